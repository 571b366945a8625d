import { chains } from '../places/chains.ts';
import { regions } from '../places/regions.ts';
import { certificateKinds } from '../trade/certificates.ts';
import { measures } from '../trade/measures.ts';
import { currencies, deliveryTerms, listingKinds, priceModes } from '../trade/terms.ts';
import { date, int, many, months, num, one, text } from './attribute.ts';

/** What every listing says, whatever its trade; the values are fields of the listing itself. */
export const everyListing = [
  one('facet', 'kind', '类型|類型|Kind', listingKinds, { heldBy: 'kind' }),
  text('show', 'title', '标题|標題|Title', { heldBy: 'title' }),
  one('facet', 'chain', '产业链|產業鏈|Industry chain', chains, { heldBy: 'chain' }),
  text('facet', 'hsCode', '海关编码|海關編碼|HS code', { heldBy: 'hsCode', pattern: /^\d{6}$/, example: '741011' }),
  one('facet', 'originRegion', '产地|產地|Origin', regions, { heldBy: 'originRegion' }),
  many('facet', 'targetRegions', '目标区域|目標區域|Target regions', regions, { heldBy: 'targetRegions' }),
  one('facet', 'unitOfMeasure', '计量单位|計量單位|Unit', measures, { heldBy: 'unitOfMeasure' }),
  // Compares only within a unit of measure.
  num('facet', 'moq', '最小起订量|最小起訂量|MOQ', '1', { heldBy: 'moq', min: 0, example: '100' }),
  one('facet', 'priceMode', '计价方式|計價方式|Price mode', priceModes, { heldBy: 'priceMode' }),
  one('facet', 'currency', '币种|幣種|Currency', currencies, { heldBy: 'currency' }),
  int('facet', 'leadTimeDays', '交货期|交貨期|Lead time', 'd', { heldBy: 'leadTimeDays', min: 0, max: 730, example: '15' }),
  one('facet', 'deliveryTerm', '贸易术语|貿易術語|Delivery term', deliveryTerms, { heldBy: 'deliveryTerm' }),
  months('facet', 'supplyMonths', '供应月份|供應月份|Supply months', { heldBy: 'supplyMonths', example: '11,12,1,2' }),
  many('facet', 'certs', '资质证书|資質證書|Certificates', certificateKinds, { heldBy: 'certificates' }),
  date('sort', 'validUntil', '有效期至|有效期至|Valid until', { heldBy: 'validUntil' }),
] as const;

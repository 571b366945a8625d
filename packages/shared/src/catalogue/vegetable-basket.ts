import { bool, int, many, months, num, one, range, ref, text } from './attribute.ts';

/** VB-0: what all food says. */
export const basketBase = [
  text('facet', 'vbGroup', '菜篮子类别|菜籃子類別|Basket group', { heldBy: 'subFamily' }),
  text('facet', 'variety', '品种|品種|Variety'),
  one('facet', 'grade', '等级|等級|Grade', { premium: '特等|特等|Premium', first: '一等|一等|First', second: '二等|二等|Second', mixed: '统货|統貨|Unsorted' }),
  // Fruit is sized by diameter; weight per piece is said by `pieceWeight`.
  range('facet', 'sizeSpec', '规格|規格|Size', 'mm', { min: 1, max: 2000, example: '70–85 mm' }),
  range('facet', 'pieceWeight', '单件重量规格|單件重量規格|Weight per piece', 'g', { min: 0.1, max: 2_000_000, example: '250–400 g' }),
  ref('facet', 'base', '生产基地|生產基地|Production base', 'base'),
  months('facet', 'season', '供应月份|供應月份|Supply months', { heldBy: 'supplyMonths' }),
  num('facet', 'dailySupply', '日供应量|日供應量|Daily supply', 'kg/d', { heldBy: 'capacity' }),
  num('sort', 'annualOutput', '年产量|年產量|Annual output', 't', { min: 0, max: 1e8, example: '1200 t' }),
  one('facet', 'packing', '包装方式|包裝方式|Packing', { crate: '周转筐|周轉筐|Returnable crate', foam_box: '泡沫箱|發泡膠箱|Foam box', carton: '纸箱|紙箱|Carton', net_bag: '网袋|網袋|Net bag', vacuum: '真空|真空|Vacuum', map: '气调|氣調|Modified atmosphere', live: '活体|活體|Live' }),
  num('facet', 'netWeight', '单件净重|單件淨重|Net weight per unit', 'kg', { min: 0.01, max: 2000, example: '10 kg' }),
  range('facet', 'tempRange', '运输温度|運輸溫度|Transport temperature', 'degC', { min: -60, max: 40, example: '0–4 °C' }),
  range('sort', 'humidity', '相对湿度|相對濕度|Relative humidity', '%', { min: 0, max: 100, example: '90–95 %' }),
  int('facet', 'shelfDays', '保鲜期|保鮮期|Shelf life', 'd', { min: 0, max: 3650, example: '10' }),
  num('facet', 'harvestHours', '采收至发货时长|採收至發貨時長|Harvest-to-dispatch', 'h', { min: 0, max: 8760, example: '≤ 12 h' }),
  many('facet', 'foodCerts', '食品认证|食品認證|Food certificates', [], { heldBy: 'certificates' }),
  ref('facet', 'testReport', '检测报告|檢測報告|Test report', 'report'),
  bool('facet', 'complianceCert', '承诺达标合格证|承諾達標合格證|Pledge certificate'),
  text('show', 'traceCode', '追溯码|追溯碼|Trace code', { pattern: /^\S+$/, example: 'https://example.org/t/360734001' }),
] as const;

const breed = text('facet', 'breed', '品系|品系|Breed');
const withdrawal = bool('facet', 'withdrawal', '休药期执行|休藥期執行|Withdrawal observed');
const quarantineNo = text('show', 'quarantineNo', '检疫证明号|檢疫證明號|Quarantine certificate no.');
const avgWeight = num('facet', 'avgWeight', '出栏均重|出欄均重|Average live weight', 'kg', { min: 0.05, max: 2000, example: '115 kg' });

export const vegetable = [num('sort', 'leafLoss', '去杂率|去雜率|Trim ratio', '%', { min: 0, max: 100, example: '≤ 5 %' })] as const;

/** Navel orange, GB/T 21488-2008: premium ≥ 11 % soluble solids, solid-acid ratio ≥ 10, colour ≥ 90 %. */
export const fruit = [
  num('facet', 'brix', '可溶性固形物|可溶性固形物|Soluble solids', '%', { min: 0, max: 60, example: '≥ 11 %' }),
  num('sort', 'acidRatio', '固酸比|固酸比|Solid-acid ratio', '1', { min: 0, max: 200, example: '≥ 10' }),
  num('sort', 'colourRate', '着色率|着色率|Colouring', '%', { min: 0, max: 100, example: '≥ 90 %' }),
  bool('facet', 'waxed', '打蜡|打蠟|Waxed'),
] as const;

export const livestock = [avgWeight, breed, withdrawal, quarantineNo] as const;

export const poultry = [
  avgWeight,
  breed,
  withdrawal,
  quarantineNo,
  int('facet', 'ageDays', '日龄|日齡|Age', 'd', { min: 1, max: 1500, example: '120' }),
  one('facet', 'eggClass', '蛋重等级|蛋重等級|Egg class', { s: 'S', m: 'M', l: 'L', xl: 'XL' }),
] as const;

export const aquatic = [
  one('facet', 'aquaMode', '活运方式|活運方式|Live transport', { oxygen: '充氧|充氧|Oxygen-filled', live_truck: '活水车|活水車|Live-fish truck', iced: '冰鲜|冰鮮|Iced' }),
  withdrawal,
  quarantineNo,
] as const;

export const oil = [num('sort', 'acidValue', '酸价|酸價|Acid value', 'mg/g', { min: 0, max: 50, example: '≤ 3 mg/g' })] as const;

export const dry = [num('sort', 'moisture', '水分|水分|Moisture', '%', { min: 0, max: 100, example: '≤ 14.5 %' })] as const;

import { z } from 'zod';
import { codesOf, label, type Option } from '../label.ts';
import { Day, Id, type Label } from '../values.ts';

export interface CertificateKind extends Option {
  readonly for: 'food' | 'goods' | 'management';
  /** Usual years of validity; null when it does not expire or depends on the certificate. */
  readonly years: number | null;
}

const kind = <const C extends string>(code: C, group: CertificateKind['for'], years: number | null, words: string) =>
  ({ code, label: label(words), for: group, years }) as const;

export const certificateKinds = [
  kind('gba_basket', 'food', 3, '粤港澳大湾区“菜篮子”生产基地|粵港澳大灣區「菜籃子」生產基地|GBA vegetable-basket base'),
  kind('shenzhen_mark', 'food', null, '圳品|圳品|Shenzhen premium mark'),
  kind('hk_macao_filing', 'food', 4, '供港澳备案|供港澳備案|Hong Kong and Macao supply filing'),
  kind('green_food', 'food', 3, '绿色食品|綠色食品|Green food'),
  kind('organic', 'food', 1, '有机产品|有機產品|Organic'),
  kind('geographical_indication', 'food', null, '地理标志|地理標誌|Geographical indication'),
  kind('gap', 'food', 1, '良好农业规范GAP|良好農業規範GAP|GAP'),
  kind('haccp', 'food', 3, 'HACCP'),
  kind('selenium_rich', 'food', null, '富硒|富硒|Selenium-rich'),
  kind('food_licence', 'food', 5, '食品生产许可证|食品生產許可證|Food production licence'),
  kind('iso9001', 'management', 3, 'ISO 9001'),
  kind('iso14001', 'management', 3, 'ISO 14001'),
  kind('iso45001', 'management', 3, 'ISO 45001'),
  kind('iso22000', 'management', 3, 'ISO 22000'),
  kind('iatf16949', 'management', 3, 'IATF 16949'),
  kind('rohs', 'goods', null, 'RoHS'),
  kind('reach', 'goods', null, 'REACH'),
  kind('ul', 'goods', null, 'UL'),
  kind('ccc', 'goods', 5, 'CCC'),
  kind('ce', 'goods', null, 'CE'),
  kind('semi_s2', 'goods', null, 'SEMI S2'),
  kind('hazchem_permit', 'goods', 3, '危险化学品经营(生产)许可证|危險化學品經營(生產)許可證|Hazardous chemicals permit'),
  kind('agri_machine_appraisal', 'goods', 5, '农机推广鉴定|農機推廣鑒定|Agricultural machine appraisal'),
] as const satisfies readonly CertificateKind[];

export type CertificateCode = (typeof certificateKinds)[number]['code'];
export const CertificateCode = z.enum(codesOf<CertificateCode>(certificateKinds));

/** What proves something: a number somebody issued, when, until when it holds (null: it does not say), and a scan of it. */
export const Proof = z.strictObject({
  number: z.string().trim().min(1).max(80),
  issuer: z.string().trim().min(1).max(120),
  issued: Day.nullable(),
  validUntil: Day.nullable(),
  fileId: Id.nullable(),
});
export type Proof = z.output<typeof Proof>;

/** What the parts of a proof are called, in forms, files and refusals alike. */
export const proofLabels: Readonly<Record<keyof Proof, Label>> = {
  number: label('编号|編號|Number'),
  issuer: label('签发机构|簽發機構|Issuer'),
  issued: label('签发日期|簽發日期|Date of issue'),
  validUntil: label('有效期至|有效期至|Valid until'),
  fileId: label('扫描件|掃描件|Scan'),
};

/** A certificate is a number, an issuer and a date, not a tag. */
export const Certificate = z.strictObject({ kind: CertificateCode, ...Proof.shape });
export type Certificate = z.output<typeof Certificate>;

/** One certificate has one number. */
export const isSameCertificate = (a: Partial<Certificate>, b: Partial<Certificate>): boolean => a.number !== undefined && a.kind === b.kind && a.number === b.number;

import type { FieldFailure } from '../failures.ts';
import { label } from '../label.ts';
import type { Label, Locale } from '../values.ts';
import type { Column } from './columns.ts';
import { expectedOf } from './expected.ts';

/**
 * Why a cell was refused or a row stays a draft, for tables and for files that people open in a spreadsheet: said of what
 * stood in the cell, which comes before, and without the column's name, which comes before that. `{minimum}` and the like
 * are the failure's params.
 */
const words: Readonly<Record<string, Label>> = {
  required: label('没有填写|沒有填寫|is empty'),
  choice_unknown: label('不在可选值中|不在可選值中|is not one of the allowed values'),
  number_unreadable: label('不是数字|不是數字|is not a number'),
  not_multiple_of: label('不是整数|不是整數|is not a whole number'),
  unit_unknown: label('的单位“{unit}”无法识别|的單位「{unit}」無法識別|has a unit that is not known: “{unit}”'),
  unit_wrong: label('的单位“{unit}”不适用于此列|的單位「{unit}」不適用於此欄|has a unit that does not fit this column: “{unit}”'),
  unit_ambiguous: label('的单位“{unit}”有多种含义（{meanings}），请写明|的單位「{unit}」有多種含義（{meanings}），請寫明|has a unit of several meanings ({meanings}); say which'),
  range_reversed: label('的起止颠倒|的起止顛倒|runs backwards'),
  months_unreadable: label('不是月份|不是月份|is not a list of months'),
  date_unreadable: label('不是日期|不是日期|is not a date'),
  tiers_unreadable: label('不是阶梯价|不是階梯價|is not a list of price tiers'),
  tier_quantity_not_rising: label('的数量没有逐级增加，须大于 {minimum}|的數量沒有逐級增加，須大於 {minimum}|has a quantity that does not rise: more than {minimum}'),
  tier_price_rising: label('的单价随数量上升，须不高于 {maximum}|的單價隨數量上升，須不高於 {maximum}|has a price that rises with the quantity: at most {maximum}'),
  tier_below_moq: label('的首个数量低于最小起订量 {minimum}|的首個數量低於最小起訂量 {minimum}|begins below the MOQ of {minimum}'),
  tiers_too_few: label('不足 {minimum} 级|不足 {minimum} 級|has fewer than {minimum} tiers'),
  one_price_only: label('不止一个价格，一口价只写一个|不止一個價格，一口價只寫一個|has several prices; a fixed price has one'),
  too_many_decimals: label('的小数超过 {maximum} 位|的小數超過 {maximum} 位|has more than {maximum} decimals'),
  above: label('不大于 {minimum}|不大於 {minimum}|is not above {minimum}'),
  too_small: label('小于 {minimum}|小於 {minimum}|is below {minimum}'),
  too_big: label('大于 {maximum}|大於 {maximum}|is above {maximum}'),
  too_long: label('超过 {maximum} 个字|超過 {maximum} 個字|has more than {maximum} characters'),
  too_many: label('超过 {maximum} 项|超過 {maximum} 項|has more than {maximum} entries'),
  invalid_format: label('格式不对|格式不對|does not have the right form'),
  date_past: label('已经过去，须在 {minimum} 或以后|已經過去，須在 {minimum} 或以後|is over: {minimum} or later'),
  date_future: label('在今天之后，请改成证书或报告上的日期|在今天之後，請改成證書或報告上的日期|is after today; give the date on the certificate or report'),
  proof_expired: label('已过有效期（{date}），请换上有效的证书|已過有效期（{date}），請換上有效的證書|has expired ({date}); give a certificate that still holds'),
  issued_after_expiry: label('晚于有效期（{maximum}）|晚於有效期（{maximum}）|is after its last day ({maximum})'),
  repeated: label('重复|重複|is there twice'),
  item_repeated: label('在前面的行里已经有了，一个货号只写一行|在前面的行裏已經有了，一個貨號只寫一行|stands in an earlier row too; one row for each'),
  item_number_taken: label('已用于其他品类的信息|已用於其他品類的信息|belongs to a listing of another category'),
  place_unknown: label('不是认得的地区|不是認得的地區|is not a known place'),
  value_mismatch: label('的数值与单位不一致|的數值與單位不一致|has a number and a unit that contradict each other'),
};
const otherwise = label('不能这样填|不能這樣填|cannot stand here');

/** Codes that are told by what the column takes; the others say themselves what to do. */
const byColumn = new Set(['required', 'choice_unknown', 'number_unreadable', 'not_multiple_of', 'unit_unknown', 'unit_wrong', 'range_reversed', 'months_unreadable', 'date_unreadable', 'tiers_unreadable', 'invalid_format', 'above', 'too_small', 'too_big', 'place_unknown', 'value_mismatch', 'other']);

/** Texts that zod finds too short are empty, lists have entries, and zero is not above zero. */
function sentenceOf({ code, params }: FieldFailure): string {
  if (code === 'invalid_type') return 'required';
  if (code === 'invalid_value') return 'choice_unknown';
  if (code === 'too_small') return params['origin'] === 'string' ? 'required' : params['inclusive'] === false ? 'above' : code;
  if (code === 'too_big') return params['origin'] === 'string' ? 'too_long' : params['origin'] === 'array' ? 'too_many' : code;
  return code in words ? code : 'other';
}

const filled = (text: string, params: FieldFailure['params']) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

/** What stood in a cell, what is wrong with it, and what the column takes, in the reader's language: `“很多”不是数字；应填数字，例如 500`. */
export function refusalText(failure: FieldFailure, column: Column | undefined, locale: Locale): string {
  const sentence = sentenceOf(failure);
  const reason = filled((words[sentence] ?? otherwise)[locale], failure.params);
  const stood = failure.params['text'] === undefined ? '' : locale === 'zh-Hant' ? `「${failure.params['text']}」` : `“${failure.params['text']}”`;
  const told = [stood, reason].filter(Boolean).join(locale === 'en' ? ' ' : '');
  const expected = column && byColumn.has(sentence) ? expectedOf(column, locale) : '';
  return [told, expected].filter(Boolean).join(locale === 'en' ? '; ' : '；');
}

/** The name of a column before what is said of its cell. */
export const columnName = (column: Column | undefined, path: string, locale: Locale): string => `${column?.label[locale] ?? path}${locale === 'en' ? ':' : '：'}`;

/** The words of the template and of the files of rows to mend themselves. */
export const sheetWords = {
  rows: label('商品|商品|Items'),
  guide: label('填写说明|填寫說明|Guide'),
  wrong: label('问题|問題|What is wrong'),
  sourceRow: label('原行号|原行號|Row in the file'),
  column: label('列|欄|Column'),
  key: label('键|鍵|Key'),
  mandatory: label('必填|必填|Required'),
  unit: label('单位|單位|Unit'),
  example: label('示例|示例|Example'),
  allowed: label('可选值|可選值|Allowed values'),
  yesNo: label('是 / 否|是 / 否|yes / no'),
  yes: label('是|是|yes'),
} as const satisfies Record<string, Label>;

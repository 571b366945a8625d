import type { FieldFailure } from '../failures.ts';
import { label } from '../label.ts';
import type { Label, Locale } from '../values.ts';

/**
 * Why a cell was refused, for files that people open in a spreadsheet; screens have their own words. `{text}` and
 * the like are the failure's params.
 */
const words: Readonly<Record<string, Label>> = {
  required: label('必填|必填|is required'),
  choice_unknown: label('“{text}”不在可选值中|「{text}」不在可選值中|“{text}” is not one of the allowed values'),
  number_unreadable: label('“{text}”不是数字|「{text}」不是數字|“{text}” is not a number'),
  unit_unknown: label('无法识别单位“{unit}”|無法識別單位「{unit}」|the unit “{unit}” is not known'),
  unit_wrong: label('单位“{unit}”不适用于此列|單位「{unit}」不適用於此欄|the unit “{unit}” does not fit this column'),
  unit_ambiguous: label('单位“{unit}”有多种含义,请写明|單位「{unit}」有多種含義,請寫明|the unit “{unit}” has several meanings; say which'),
  range_reversed: label('范围的起止颠倒|範圍的起止顛倒|the range runs backwards'),
  months_unreadable: label('“{text}”不是月份,请写如 11,12,1,2|「{text}」不是月份,請寫如 11,12,1,2|“{text}” is not a list of months such as 11,12,1,2'),
  date_unreadable: label('“{text}”不是日期,请写如 2027-12-31|「{text}」不是日期,請寫如 2027-12-31|“{text}” is not a date such as 2027-12-31'),
  tiers_unreadable: label('“{text}”不是阶梯价,请写如 500:82.5; 2000:80|「{text}」不是階梯價,請寫如 500:82.5; 2000:80|“{text}” is not a price tier; write 500:82.5; 2000:80'),
  tier_quantity_not_rising: label('阶梯数量须大于 {minimum}|階梯數量須大於 {minimum}|the quantity of a tier must be above {minimum}'),
  tier_price_rising: label('数量越多单价不得上升(上限 {maximum})|數量越多單價不得上升(上限 {maximum})|the price may not rise with the quantity (at most {maximum})'),
  tier_below_moq: label('首个阶梯不得低于最小起订量 {minimum}|首個階梯不得低於最小起訂量 {minimum}|the first tier may not lie below the MOQ {minimum}'),
  too_many_decimals: label('小数最多 {maximum} 位|小數最多 {maximum} 位|has more than {maximum} decimals'),
  too_small: label('过小或过短(下限 {minimum})|過小或過短(下限 {minimum})|is too small or too short (at least {minimum})'),
  too_big: label('过大或过长(上限 {maximum})|過大或過長(上限 {maximum})|is too large or too long (at most {maximum})'),
  invalid_format: label('格式不正确|格式不正確|does not have the right form'),
  repeated: label('内容重复|內容重複|is repeated'),
  item_repeated: label('货号在文件中重复|貨號在檔案中重複|the item number stands in an earlier row too'),
  item_number_taken: label('货号已用于其他品类|貨號已用於其他品類|the item number belongs to a listing of another category'),
  place_unknown: label('无法识别的地区代码|無法識別的地區代碼|the place is not known'),
  value_mismatch: label('数值与单位不一致|數值與單位不一致|the number and the unit contradict each other'),
};
const otherwise = label('内容无效|內容無效|is not valid');

/** What is wrong with a cell in the reader's language, without the column's name. */
export const refusalText = ({ code, params }: FieldFailure, locale: Locale): string =>
  (words[code] ?? otherwise)[locale].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

/** The words of the template and of the file of refused rows themselves. */
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

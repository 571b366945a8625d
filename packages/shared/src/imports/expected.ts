import { label } from '../label.ts';
import type { Label, Locale } from '../values.ts';
import type { Column } from './columns.ts';

const words = {
  number: label('应填数字|應填數字|write a number'),
  whole: label('应填整数|應填整數|write a whole number'),
  range: label('应填数字或范围|應填數字或範圍|write a number or a range'),
  date: label('应填日期|應填日期|write a day'),
  months: label('应填月份|應填月份|write months'),
  tiers: label('应写“数量:单价”|應寫「數量:單價」|write quantity:price'),
  yesNo: label('应填 是 或 否|應填 是 或 否|write yes or no'),
  one: label('应填其中一个：|應填其中一個：|write one of: '),
  many: label('应填其中几个，用逗号隔开：|應填其中幾個，用逗號隔開：|write some of these, with commas between: '),
  more: label('…共 {count} 个，见模板|…共 {count} 個，見範本|… {count} in all, see the template'),
  fill: label('请填写|請填寫|fill it in'),
  inUnit: label('（{unit}）|（{unit}）| ({unit})'),
  such: label('，例如 {example}|，例如 {example}|, such as {example}'),
} as const satisfies Record<string, Label>;

/** Choices named in one cell's sentence. */
const namedAtMost = 8;

/** What a column takes: `应填数字（μm），例如 18`. */
export function expectedOf(column: Column, locale: Locale): string {
  const say = (name: keyof typeof words) => words[name][locale];
  const such = (example = column.example) => (example === undefined ? '' : say('such').replace('{example}', example));
  const unit = column.unit ? say('inUnit').replace('{unit}', column.unit[locale]) : '';
  switch (column.type) {
    case 'num': return say('number') + unit + such();
    case 'int': return say('whole') + unit + such();
    case 'range': return say('range') + unit + such();
    case 'date': return say('date') + such(column.example ?? '2027-12-31');
    case 'months': return say('months') + such(column.example ?? '11,12,1,2');
    case 'tiers': return say('tiers') + such();
    case 'bool': return say('yesNo');
    case 'enum': return say('one') + choices(column, locale);
    case 'multi': return say('many') + choices(column, locale);
    default: return say('fill') + such();
  }
}

function choices({ options = [] }: Column, locale: Locale): string {
  const named = options.slice(0, namedAtMost).map(({ label: its }) => its[locale]).join(' / ');
  return options.length <= namedAtMost ? named : `${named} ${words.more[locale].replace('{count}', String(options.length))}`;
}

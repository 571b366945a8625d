import { label } from '../label.ts';
import { proofLabels } from '../trade/certificates.ts';
import type { Label } from '../values.ts';

/** What the parts of a `ref` are called, in forms, files and refusals alike. */
export const partLabels: Readonly<Record<string, Label>> = {
  ...proofLabels,
  lab: label('检测机构|檢測機構|Laboratory'),
  date: label('报告日期|報告日期|Date of report'),
  standard: label('检测标准|檢測標準|Standard'),
  passed: label('是否合格|是否合格|Passed'),
  name: label('名称|名稱|Name'),
  county: label('所在县区|所在縣區|County'),
};

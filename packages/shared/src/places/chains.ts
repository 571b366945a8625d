import { z } from 'zod';
import { codesOf, options } from '../label.ts';

/** The twelve industry chains of Jiangxi's "1269" action plan (赣府字〔2023〕40号), in its order. */
export const chains = options({
  electronics: '电子信息|電子信息|Electronics and information',
  nonferrous: '有色金属|有色金屬|Non-ferrous metals',
  equipment: '装备制造|裝備製造|Equipment manufacturing',
  new_energy: '新能源|新能源|New energy',
  petrochem: '石化化工|石化化工|Petrochemicals and chemicals',
  building_materials: '建材|建材|Building materials',
  steel: '钢铁|鋼鐵|Steel',
  aviation: '航空|航空|Aviation',
  food: '食品|食品|Food',
  textile: '纺织服装|紡織服裝|Textiles and garments',
  pharma: '医药|醫藥|Pharmaceuticals',
  furniture: '现代家具|現代傢俬|Modern furniture',
});
export const Chain = z.enum(codesOf(chains));
export type Chain = z.output<typeof Chain>;

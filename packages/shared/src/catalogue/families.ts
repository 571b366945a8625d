import { z } from 'zod';
import { codesOf, label, options, type Option } from '../label.ts';
import type { Attribute } from './attribute.ts';
import { copperClad, copperFoil, electronicBase, pcb } from './electronic-boards.ts';
import { component } from './electronic-components.ts';
import { gasChemical, ledChip, magnet, solder, wafer } from './electronic-materials.ts';
import { agricultural, cnc, coldChain, dieBonding, equipmentBase, injectionMoulding, semiconductor, smt } from './equipment.ts';
import { aquatic, basketBase, dry, fruit, livestock, oil, poultry, vegetable } from './vegetable-basket.ts';

export const families = options({
  electronic: '电子材料|電子材料|Electronic materials',
  basket: '菜篮子农产品|菜籃子農產品|Vegetable-basket produce',
  equipment: '设备|設備|Equipment',
});
export const Family = z.enum(codesOf(families));
export type Family = z.output<typeof Family>;

/** What the sub-families of one family share; they inherit it after their own rows. */
export const baseOf: Readonly<Record<Family, readonly Attribute[]>> = {
  electronic: electronicBase,
  basket: basketBase,
  equipment: equipmentBase,
};

export interface SubFamilyRow extends Option {
  readonly family: Family;
  readonly own: readonly Attribute[];
  /** Usual HS headings, to suggest when the listing has none. */
  readonly hs: readonly string[];
}

const inFamily = (family: Family) => <const C extends string>(code: C, words: string, own: readonly Attribute[], ...hs: string[]) =>
  ({ code, label: label(words), family, own, hs }) as const;
const em = inFamily('electronic');
const vb = inFamily('basket');
const eq = inFamily('equipment');

export const subFamilies = [
  em('copper_foil', '铜箔|銅箔|Copper foil', copperFoil, '741011'),
  em('copper_clad', '覆铜板/半固化片|覆銅板/半固化片|Copper-clad laminate and prepreg', copperClad, '741021'),
  em('pcb', '印制线路板|印刷電路板|Printed circuit board', pcb, '853400'),
  em('wafer', '晶圆/衬底|晶圓/襯底|Wafers and substrates', wafer, '381800'),
  em('led_chip', 'LED芯片|LED晶片|LED chips', ledChip, '854141'),
  em('magnet', '稀土永磁|稀土永磁|Rare-earth permanent magnets', magnet, '850511'),
  em('solder', '焊料|焊料|Solder', solder, '381010', '800300'),
  em('gas_chemical', '电子特气/湿化学品|電子特氣/濕化學品|Electronic gases and wet chemicals', gasChemical, '280429', '281290', '285000'),
  em('component', '电子元器件|電子元件|Electronic components', component, '853221', '853310', '854231', '853690'),
  vb('vegetable', '蔬菜|蔬菜|Vegetables', vegetable),
  vb('fruit', '水果|水果|Fruit', fruit, '080510'),
  vb('oil', '食用油及油料|食用油及油料|Edible oils and oilseeds', oil),
  vb('dairy', '乳品|奶類製品|Dairy', []),
  vb('livestock', '畜产品|畜產品|Livestock', livestock),
  vb('poultry', '禽产品|禽產品|Poultry and eggs', poultry),
  vb('bee', '蜂产品|蜂產品|Bee products', []),
  vb('aquatic', '水产品|水產品|Aquatic products', aquatic),
  vb('grain', '粮食|糧食|Grain', dry),
  vb('tea', '茶叶|茶葉|Tea', dry),
  eq('smt_machine', '贴片设备(SMT)|貼片設備(SMT)|Surface-mount machines', smt, '847950'),
  eq('pcb_machine', '印制线路板设备|印刷電路板設備|PCB production machines', []),
  eq('led_machine', '半导体照明设备(固晶)|半導體照明設備(固晶)|LED packaging and die-bond machines', dieBonding, '848640'),
  eq('terminal_machine', '智能终端设备|智能終端設備|Smart-terminal assembly machines', smt),
  eq('lithium_machine', '锂电设备|鋰電設備|Lithium-battery machines', []),
  eq('photovoltaic_machine', '光伏设备|光伏設備|Photovoltaic machines', []),
  eq('semiconductor_machine', '半导体设备|半導體設備|Semiconductor machines', semiconductor, '848620'),
  eq('injection_machine', '注塑设备|注塑設備|Injection-moulding machines', injectionMoulding, '847710'),
  eq('cnc_machine', '数控机床|數控機床|CNC machine tools', cnc, '845710'),
  eq('agri_machine', '农业机械|農業機械|Agricultural machines', agricultural),
  eq('cold_chain_machine', '冷链与烘干设备|冷鏈及烘乾設備|Cold-chain and drying machines', coldChain),
  eq('testing_machine', '检测设备|檢測設備|Testing instruments', []),
] as const satisfies readonly SubFamilyRow[];

export type SubFamily = (typeof subFamilies)[number]['code'];
export const SubFamily = z.enum(codesOf<SubFamily>(subFamilies));

const byCode = new Map<string, SubFamilyRow>(subFamilies.map((s) => [s.code, s]));
export const subFamilyOf = (code: SubFamily): SubFamilyRow => byCode.get(code)!;
export const familyOf = (code: SubFamily): Family => subFamilyOf(code).family;
export const subFamiliesOf = (family: Family): SubFamilyRow[] => subFamilies.filter((s) => s.family === family);

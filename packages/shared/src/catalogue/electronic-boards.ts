import { bool, int, many, num, one, same, text } from './attribute.ts';

/** EM-1 copper foil. Reference: 9/12/18/25/35/70 µm weigh 80/107/153/230/305/610 g/m². */
export const copperFoil = [
  one('facet', 'foilType', '铜箔类型|銅箔類型|Foil type', { ed_std: 'ED-STD', hte: 'HTE', rtf: 'RTF', vlp: 'VLP', hvlp: 'HVLP', ra: '压延铜箔RA|壓延銅箔RA|RA (rolled annealed)', lithium_double: '锂电双面光|鋰電雙面光|Lithium-battery, double-side shiny', carrier: '载体箔|載體箔|Carrier foil' }),
  num('facet', 'thickness', '标称厚度|標稱厚度|Nominal thickness', 'um', { min: 1, max: 1000, example: '18 µm' }),
  num('facet', 'arealWeight', '单位面积质量|單位面積質量|Areal weight', 'g/m2', { min: 5, max: 9000, example: '153 g/m²' }),
  num('facet', 'purity', '纯度(Cu+Ag)|純度(Cu+Ag)|Purity', '%', { min: 90, max: 100, example: '≥ 99.8 %' }),
  num('facet', 'tensileRt', '常温抗拉强度|常溫抗拉強度|Tensile strength (RT)', 'MPa', { min: 50, max: 1500, example: '≥ 220 MPa' }),
  num('facet', 'elongRt', '常温延伸率|常溫延伸率|Elongation (RT)', '%', { min: 0, max: 60, example: '≥ 2.5 %' }),
  num('sort', 'elong180', '高温延伸率(180℃)|高溫延伸率(180℃)|Elongation (180 °C)', '%', { min: 0, max: 60, example: '≥ 2 %' }),
  num('facet', 'rz', '粗糙度Rz|粗糙度Rz|Roughness Rz', 'um', { min: 0, max: 30, example: '≤ 5.5 µm' }),
  num('sort', 'ra', '光面粗糙度Ra|光面粗糙度Ra|Shiny-side Ra', 'um', { min: 0, max: 10, example: '≤ 0.4 µm' }),
  num('facet', 'peel', '抗剥强度|抗剝強度|Peel strength', 'N/mm', { min: 0, max: 10, example: '≥ 1.05 N/mm' }),
  num('facet', 'width', '幅宽|幅寬|Width', 'mm', { min: 1, max: 3000, example: '1290 mm' }),
  bool('sort', 'oxid180', '抗氧化(180℃/60min)|抗氧化(180℃/60min)|Oxidation resistance (180 °C/60 min)'),
] as const;

/** EM-2 copper-clad laminate and prepreg. */
export const copperClad = [
  one('facet', 'resin', '树脂体系|樹脂體系|Resin system', { fr4: 'FR-4', cem1: 'CEM-1', cem3: 'CEM-3', pi: '聚酰亚胺PI|聚酰亞胺PI|PI', ptfe: 'PTFE', hydrocarbon: '碳氢|碳氫|Hydrocarbon', ppo: 'PPO', bt: 'BT', aluminium: '铝基|鋁基|Aluminium-based' }),
  one('facet', 'ipcSlash', 'IPC-4101分类号|IPC-4101分類號|IPC-4101 slash sheet', same('21', '24', '26', '97', '99', '101', '126')),
  num('facet', 'tg', '玻璃化温度Tg|玻璃化溫度Tg|Tg', 'degC', { min: 50, max: 400, example: '150 °C' }),
  num('facet', 'td', '热分解温度Td|熱分解溫度Td|Td (5 %)', 'degC', { min: 200, max: 600, example: '340 °C' }),
  num('facet', 'dk', '介电常数Dk|介電常數Dk|Dk', '1', { min: 1, max: 20, example: '4.4' }),
  num('facet', 'df', '损耗因子Df|損耗因子Df|Df', '1', { min: 0, max: 0.2, example: '0.015' }),
  num('show', 'testFreq', '测试频率|測試頻率|Test frequency', 'GHz', { min: 0.001, max: 200, example: '1 GHz' }),
  one('facet', 'cti', '相比漏电起痕指数CTI|相比漏電起痕指數CTI|CTI', { '175': '175 V', '250': '250 V', '400': '400 V', '600': '600 V' }),
  num('sort', 'cteZ', 'Z轴膨胀率|Z軸膨脹率|Z-axis CTE (50–260 °C)', '%', { min: 0, max: 10, example: '3.5 %' }),
  num('facet', 'thermalK', '导热系数|導熱係數|Thermal conductivity', 'W/(m.K)', { min: 0.05, max: 500, example: '0.3 W/(m·K)' }),
  num('facet', 'coreThk', '板厚|板厚|Core thickness', 'mm', { min: 0.01, max: 10, example: '1.6 mm' }),
  one('facet', 'cuWeight', '铜厚|銅厚|Copper weight', { oz_1_3: '1/3 oz', oz_1_2: '1/2 oz', oz_1: '1 oz', oz_2: '2 oz', oz_3: '3 oz' }),
  one('facet', 'ul94', '阻燃等级|阻燃等級|Flammability', { v0: 'V-0', v1: 'V-1', hb: 'HB' }),
] as const;

/** EM-3 printed circuit boards. */
export const pcb = [
  one('facet', 'pcbType', '线路板类型|線路板類型|Board type', { rigid: '刚性板|硬板|Rigid', flex: '挠性板FPC|軟板FPC|Flexible (FPC)', rigid_flex: '刚挠结合板|軟硬結合板|Rigid-flex', hdi: 'HDI', metal_core: '金属基板|金屬基板|Metal core', ic_substrate: 'IC载板|IC載板|IC substrate', ceramic: '陶瓷基板|陶瓷基板|Ceramic' }),
  int('facet', 'layers', '层数|層數|Layers', '1', { min: 1, max: 100, example: '8' }),
  num('facet', 'thk', '板厚|板厚|Thickness', 'mm', { min: 0.03, max: 15, example: '1.6 mm' }),
  num('facet', 'minTrace', '最小线宽线距|最小線寬線距|Min trace/space', 'um', { min: 5, max: 1000, example: '75 µm' }),
  num('facet', 'minHole', '最小孔径|最小孔徑|Min hole', 'mm', { min: 0.02, max: 6, example: '0.2 mm' }),
  one('facet', 'outerCu', '外层铜厚|外層銅厚|Outer copper', { oz_0_5: '0.5 oz', oz_1: '1 oz', oz_2: '2 oz', oz_3: '3 oz', oz_6: '6 oz' }),
  many('facet', 'finish', '表面处理|表面處理|Surface finish', { hasl: '有铅喷锡|有鉛噴錫|HASL', hasl_lf: '无铅喷锡|無鉛噴錫|Lead-free HASL', enig: '沉金|沉金|ENIG', osp: 'OSP', silver: '沉银|沉銀|Immersion silver', tin: '沉锡|沉錫|Immersion tin', enepig: '镍钯金|鎳鈀金|ENEPIG', hard_gold: '硬金|硬金|Hard gold' }),
  one('facet', 'mask', '阻焊颜色|阻焊顏色|Solder mask colour', { green: '绿|綠|Green', black: '黑|黑|Black', white: '白|白|White', blue: '蓝|藍|Blue', red: '红|紅|Red', matt_black: '哑黑|啞黑|Matt black' }),
  one('facet', 'hdiOrder', 'HDI阶数|HDI階數|HDI order', { '0': '无HDI|無HDI|None', '1': '1阶|1階|1', '2': '2阶|2階|2', '3': '3阶|3階|3', any: '任意层互连|任意層互連|Any layer' }),
  num('facet', 'impTol', '阻抗公差|阻抗公差|Impedance tolerance', '%', { min: 0, max: 50, example: '±10 %' }),
  text('show', 'maxPanel', '最大拼板尺寸(mm)|最大拼板尺寸(mm)|Max panel (mm)', { example: '610×520' }),
  one('facet', 'ipcClass', 'IPC等级|IPC等級|IPC class', same('1', '2', '3')),
  num('facet', 'areaCap', '月产能面积|月產能面積|Monthly area', 'm2', { min: 0, max: 1e8, example: '20000 m²' }),
] as const;

/** EM-0: what every electronic material says. */
export const electronicBase = [
  text('facet', 'brand', '品牌|品牌|Brand'),
  text('facet', 'model', '型号/牌号|型號/牌號|Grade / model'),
  text('facet', 'execStandard', '执行标准|執行標準|Standard', { example: 'GB/T 5230-2020' }),
  many('facet', 'envCompliance', '环保合规|環保合規|Environmental compliance', { rohs: 'RoHS', reach: 'REACH', halogen_free: '无卤|無鹵|Halogen-free', pfas_free: '不含PFAS|不含PFAS|PFAS-free' }),
  num('facet', 'capacityPerMonth', '月产能|月產能|Monthly capacity', '1', { heldBy: 'capacity' }),
  bool('facet', 'sampleAvailable', '可供样品|可供樣品|Sample available'),
  int('sort', 'shelfLifeMonths', '保质期|保質期|Shelf life', 'month', { min: 0, max: 240, example: '6' }),
  text('show', 'storageCondition', '储存条件|儲存條件|Storage condition', { example: '23±2 °C' }),
] as const;

import { bool, many, num, one, range, ref, same, text } from './attribute.ts';

/** EM-4 wafers and substrates. */
export const wafer = [
  one('facet', 'waferMat', '材料|材料|Material', { si: '硅Si|矽Si|Si', sic: '碳化硅SiC|碳化矽SiC|SiC', gan: '氮化镓GaN|氮化鎵GaN|GaN', gaas: '砷化镓GaAs|砷化鎵GaAs|GaAs', sapphire: '蓝宝石|藍寶石|Sapphire', inp: '磷化铟InP|磷化銦InP|InP', glass: '玻璃|玻璃|Glass' }),
  one('facet', 'diameter', '直径|直徑|Diameter', { '2': '2英寸|2吋|2 inch', '3': '3英寸|3吋|3 inch', '4': '4英寸|4吋|4 inch', '6': '6英寸|6吋|6 inch', '8': '8英寸|8吋|8 inch', '12': '12英寸|12吋|12 inch' }),
  one('facet', 'waferGrade', '等级|等級|Grade', { prime: '正片|正片|Prime', test: '测试片|測試片|Test', dummy: '假片|假片|Dummy', production: '生产级|生產級|Production' }),
  one('facet', 'conduct', '导电类型|導電類型|Conductivity type', { n: 'N型|N型|N type', p: 'P型|P型|P type', semi_insulating: '半绝缘|半絕緣|Semi-insulating' }),
  one('facet', 'dopant', '掺杂剂|摻雜劑|Dopant', same('B', 'P', 'As', 'Sb', 'N', 'V')),
  range('facet', 'resistivity', '电阻率|電阻率|Resistivity', 'ohm.cm', { min: 0.00001, max: 1e12, example: '1–10 Ω·cm' }),
  num('facet', 'waferThk', '厚度|厚度|Thickness', 'um', { min: 20, max: 3000, example: '525 µm' }),
  one('facet', 'orient', '晶向|晶向|Orientation', { '100': '<100>', '111': '<111>', c_plane: 'C面|C面|C-plane', off_4: '4°偏角|4°偏角|4° off' }),
  num('facet', 'ttv', '总厚度变化TTV|總厚度變化TTV|TTV', 'um', { min: 0, max: 100, example: '≤ 5 µm' }),
  num('sort', 'bow', '弯曲度/翘曲度|彎曲度/翹曲度|Bow / warp', 'um', { min: 0, max: 500, example: '≤ 30 µm' }),
  one('facet', 'polish', '抛光|拋光|Polish', { ssp: '单面抛光SSP|單面拋光SSP|SSP', dsp: '双面抛光DSP|雙面拋光DSP|DSP', cmp: 'CMP' }),
  num('facet', 'mpd', '微管密度|微管密度|Micropipe density', 'cm-2', { min: 0, max: 1000, example: '≤ 0.5 cm⁻²' }),
] as const;

/** EM-5 LED chips. */
export const ledChip = [
  one('facet', 'chipForm', '芯片结构|晶片結構|Chip structure', { lateral: '正装|正裝|Lateral', flip: '倒装|倒裝|Flip chip', vertical: '垂直|垂直|Vertical', mini: 'Mini LED', micro: 'Micro LED' }),
  one('facet', 'colour', '发光颜色|發光顏色|Colour', { red: '红|紅|Red', orange: '橙|橙|Orange', yellow: '黄|黃|Yellow', green: '绿|綠|Green', blue: '蓝|藍|Blue', uv: '紫外|紫外|Ultraviolet', ir: '红外|紅外|Infrared', white: '白|白|White' }),
  range('facet', 'wld', '主波长|主波長|Dominant wavelength', 'nm', { min: 200, max: 1100, example: '450–455 nm' }),
  num('sort', 'wldBin', '波长分档|波長分檔|Wavelength bin', 'nm', { min: 0.1, max: 50, example: '2.5 nm' }),
  text('facet', 'chipSize', '芯片尺寸|晶片尺寸|Chip size', { example: '10×24 mil' }),
  num('facet', 'power', '光功率|光功率|Radiant power', 'mW', { min: 0, max: 10000, example: '28 mW' }),
  range('facet', 'iv', '光强|光強|Luminous intensity', 'mcd', { min: 0, max: 1e6, example: '180–220 mcd' }),
  range('facet', 'vf', '正向电压VF|正向電壓VF|Forward voltage', 'V', { min: 0.5, max: 60, example: '2.8–3.2 V' }),
  num('show', 'ifTest', '测试电流|測試電流|Test current', 'mA', { min: 0.001, max: 10000, example: '20 mA' }),
  num('sort', 'ir', '反向漏电流|反向漏電流|Reverse leakage', 'uA', { min: 0, max: 1000, example: '≤ 1 µA' }),
  num('facet', 'esd', '抗静电ESD(HBM)|抗靜電ESD(HBM)|ESD (HBM)', 'V', { min: 0, max: 20000, example: '2000 V' }),
  one('facet', 'epi', '外延材料|外延材料|Epi material', same('InGaN', 'AlGaInP', 'AlGaAs', 'AlGaN')),
] as const;

const grades = (suffix: string, ...figures: number[]) => figures.map((n) => `${n}${suffix}`);
/** GB/T 13560-2017: N alone up to 80 °C, then a letter for every step of heat (N52SH is written 52SH in the standard). */
const magnetGrades = [
  ...grades('', 35, 38, 40, 42, 45, 48, 50, 52, 54, 56), ...grades('M', 33, 35, 38, 40, 42, 45, 48, 50, 52),
  ...grades('H', 33, 35, 38, 40, 42, 45, 48, 50, 52), ...grades('SH', 30, 33, 35, 38, 40, 42, 45, 48, 50, 52),
  ...grades('UH', 28, 30, 33, 35, 38, 40, 42, 45, 48), ...grades('EH', 28, 30, 33, 35, 38, 40, 42), ...grades('TH', 28, 30, 33, 35, 38),
].map((grade) => `N${grade}`);

/** EM-6 rare-earth permanent magnets. */
export const magnet = [
  one('facet', 'magGrade', '牌号|牌號|Grade', same(...magnetGrades)),
  range('facet', 'br', '剩磁Br|剩磁Br|Remanence Br', 'T', { min: 0.2, max: 1.7, example: '1.18–1.23 T' }),
  num('sort', 'hcb', '矫顽力HcB|矯頑力HcB|Coercivity HcB', 'kA/m', { min: 100, max: 1300, example: '≥ 868 kA/m' }),
  num('facet', 'hcj', '内禀矫顽力Hcj|內稟矯頑力Hcj|Intrinsic coercivity Hcj', 'kA/m', { min: 100, max: 4000, example: '≥ 955 kA/m' }),
  range('facet', 'bh', '最大磁能积|最大磁能積|(BH)max', 'kJ/m3', { min: 10, max: 500, example: '263–287 kJ/m³' }),
  one('facet', 'tmax', '最高工作温度|最高工作溫度|Max working temperature', { '80': '80 °C (N)', '100': '100 °C (M)', '120': '120 °C (H)', '150': '150 °C (SH)', '180': '180 °C (UH)', '200': '200 °C (EH)', '230': '230 °C (TH)' }),
  one('facet', 'coating', '镀层|鍍層|Coating', { zn: '镀锌|鍍鋅|Zn', nicuni: '镍铜镍|鎳銅鎳|Ni-Cu-Ni', epoxy: '环氧|環氧|Epoxy', phosphate: '磷化|磷化|Phosphate', parylene: 'Parylene', al: '镀铝|鍍鋁|Al', none: '无|無|None' }),
  one('facet', 'shape', '形状|形狀|Shape', { block: '方块|方塊|Block', cylinder: '圆柱|圓柱|Cylinder', ring: '圆环|圓環|Ring', arc: '瓦形|瓦形|Arc', special: '异形|異形|Special' }),
  text('show', 'dims', '尺寸(mm)|尺寸(mm)|Dimensions (mm)', { example: '20×10×2' }),
  num('facet', 'tol', '公差|公差|Tolerance', 'mm', { min: 0, max: 5, example: '±0.05 mm' }),
  one('facet', 'magDir', '充磁方向|充磁方向|Magnetisation', { axial: '轴向|軸向|Axial', radial: '径向|徑向|Radial', multipole: '多极|多極|Multipole', none: '未充磁|未充磁|Unmagnetised' }),
  num('facet', 'saltSpray', '盐雾时间|鹽霧時間|Salt-spray hours', 'h', { min: 0, max: 5000, example: '72 h' }),
  num('facet', 'dyTb', '重稀土含量|重稀土含量|Heavy RE (Dy+Tb)', '%', { min: 0, max: 20, example: '1.5 wt%' }),
] as const;

/** EM-7 solder. */
export const solder = [
  one('facet', 'form', '形态|形態|Form', { paste: '锡膏|錫膏|Paste', bar: '锡条|錫條|Bar', wire: '锡丝|錫線|Wire', ball: '锡球|錫球|Ball', preform: '预成型焊片|預成型焊片|Preform' }),
  one('facet', 'alloy', '合金|合金|Alloy', same('Sn63Pb37', 'SAC305', 'SAC0307', 'Sn42Bi58', 'Sn99.3Cu0.7')),
  bool('facet', 'leadFree', '无铅|無鉛|Lead-free'),
  range('facet', 'melt', '熔点|熔點|Melting point', 'degC', { min: 50, max: 500, example: '217–220 °C' }),
  one('facet', 'powder', '粉末型号|粉末型號|Powder type', same('T3', 'T4', 'T5', 'T6', 'T7')),
  one('facet', 'flux', '助焊剂类型|助焊劑類型|Flux type', { rol0: 'ROL0', rol1: 'ROL1', water_soluble: '水溶|水溶|Water-soluble', rma: 'RMA', ra: 'RA' }),
  num('sort', 'visc', '粘度|黏度|Viscosity', 'Pa.s', { min: 0, max: 5000, example: '180 Pa·s' }),
  num('sort', 'metal', '金属含量|金屬含量|Metal content', '%', { min: 0, max: 100, example: '88.5 %' }),
  num('facet', 'wireDia', '线径|線徑|Wire diameter', 'mm', { min: 0.05, max: 10, example: '0.8 mm' }),
  one('facet', 'pack', '包装规格|包裝規格|Packing', { jar_500g: '500克/罐|500克/罐|500 g jar', syringe: '针筒|針筒|Syringe', carton_20kg: '20千克/箱|20公斤/箱|20 kg carton' }),
  num('sort', 'voidRate', '空洞率|空洞率|Void rate', '%', { min: 0, max: 100, example: '≤ 10 %' }),
] as const;

/** EM-8 electronic gases and wet chemicals. */
export const gasChemical = [
  one('facet', 'substance', '品名|品名|Substance', { nf3: '三氟化氮NF₃|三氟化氮NF₃|NF₃ nitrogen trifluoride', sih4: '硅烷SiH₄|矽烷SiH₄|SiH₄ silane', nh3: '氨NH₃|氨NH₃|NH₃ ammonia', wf6: '六氟化钨WF₆|六氟化鎢WF₆|WF₆ tungsten hexafluoride', n2o: '笑气N₂O|笑氣N₂O|N₂O nitrous oxide', kr: '氪Kr|氪Kr|Kr krypton', xe: '氙Xe|氙Xe|Xe xenon', ne: '氖Ne|氖Ne|Ne neon', h2so4: '硫酸H₂SO₄|硫酸H₂SO₄|H₂SO₄ sulphuric acid', hf: '氢氟酸HF|氫氟酸HF|HF hydrofluoric acid', h2o2: '双氧水H₂O₂|雙氧水H₂O₂|H₂O₂ hydrogen peroxide', ipa: '异丙醇IPA|異丙醇IPA|IPA isopropyl alcohol', developer: '显影液|顯影液|Developer' }),
  text('facet', 'cas', 'CAS号|CAS號|CAS no.', { pattern: /^\d{2,7}-\d{2}-\d$/, example: '7783-54-2' }),
  one('facet', 'purityN', '纯度等级|純度等級|Purity (N)', { '3N': '3N (99.9 %)', '4N': '4N (99.99 %)', '4N8': '4N8 (99.998 %)', '5N': '5N (99.999 %)', '5N5': '5N5 (99.9995 %)', '6N': '6N (99.9999 %)', '7N': '7N (99.99999 %)' }),
  one('facet', 'semiGrade', 'SEMI等级|SEMI等級|SEMI grade', same('G1', 'G2', 'G3', 'G4', 'G5')),
  text('show', 'impurities', '关键杂质(ppb)|關鍵雜質(ppb)|Key impurities (ppb)', { example: 'H₂O ≤ 500, O₂ ≤ 200' }),
  one('facet', 'vessel', '容器|容器|Vessel', { '8': '8 L', '40': '40 L', '44': '44 L', '47': '47 L', '440': '440 L', y: 'Y瓶|Y樽|Y cylinder', tanker: '槽车|槽車|Tanker', ibc: 'IBC' }),
  num('sort', 'fill', '充装量|充裝量|Fill', 'kg', { min: 0, max: 50000, example: '20 kg' }),
  one('facet', 'valve', '阀门接口|閥門接口|Valve', { cga: 'CGA', diss: 'DISS', g5_8: 'G5/8' }),
  text('facet', 'unNo', '联合国编号|聯合國編號|UN no.', { pattern: /^UN ?\d{4}$/, example: 'UN 2451' }),
  many('facet', 'hazard', '危险类别|危險類別|Hazard class', { '2.1': '2.1 易燃气体|2.1 易燃氣體|2.1 Flammable gas', '2.2': '2.2 非易燃无毒气体|2.2 非易燃無毒氣體|2.2 Non-flammable, non-toxic gas', '2.3': '2.3 毒性气体|2.3 毒性氣體|2.3 Toxic gas', '3': '3 易燃液体|3 易燃液體|3 Flammable liquid', '5.1': '5.1 氧化性物质|5.1 氧化性物質|5.1 Oxidiser', '8': '8 腐蚀性物质|8 腐蝕性物質|8 Corrosive' }),
  ref('facet', 'permit', '危险化学品许可证|危險化學品許可證|Hazchem permit', 'proof', { required: true }),
  one('facet', 'dgTransport', '危运方式|危運方式|DG transport', { collect: '自提|自提|Collected', dg_truck: '危运车|危險品貨車|DG truck', tanker: '罐车|罐車|Tanker' }),
  text('show', 'retTerms', '包装物归还|包裝物歸還|Vessel return', { example: '30 d' }),
] as const;

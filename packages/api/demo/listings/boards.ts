import { table, type DemoListing } from './model.ts';

const foil = table('copper_foil', { measure: 'kg', moq: 500, leadTimeDays: 12, capacity: 300_000, certificates: 'iso9001 rohs' }, 'execStandard=GB/T 5230-2020; envCompliance=rohs reach; sampleAvailable=yes; shelfLifeMonths=3 个月; storageCondition=15–30 °C，相对湿度 ≤ 65 %; oxid180=yes');
// Areal weights are the trade's own for each nominal thickness (IPC-4562A): 305 g/m² is one ounce a square foot.
const areal: Record<string, number> = { '4.5': 40, '6': 54, '8': 71, '9': 80, '12': 107, '18': 153, '25': 230, '35': 305, '70': 610, '105': 915 };
// Battery foil is laminated to nothing, so nothing is peeled off.
const foilOf = (type: string, um: string, width: number, tensile: number, elong: number, hot: number, rz: number, ra: number, peel: number, brand: string, model: string) =>
  `foilType=${type}; thickness=${um} µm; arealWeight=${areal[um]} g/m²; purity=≥ ${um === '6' || um === '4.5' ? '99.9' : '99.8'} %; tensileRt=≥ ${tensile} MPa; elongRt=≥ ${elong} %; elong180=≥ ${hot} %; rz=≤ ${rz} µm; ra=≤ ${ra} µm; ${type === 'lithium_double' ? 'execStandard=SJ/T 11483-2014' : `peel=≥ ${peel} N/mm`}; ${type === 'ra' ? 'execStandard=IPC-4562A; ' : ''}width=${width} mm; brand=${brand}; model=${model}`;

const copperFoil: DemoListing[] = [
  foil.supply('HTE 高温高延伸电解铜箔 18 µm，1290 mm 幅宽|HTE electrodeposited copper foil 18 µm, 1290 mm', 86.4, foilOf('hte', '18', 1290, 330, 5, 3, 5.1, 0.4, 1.1, '信江', 'XJ-HTE18')),
  foil.supply('HTE 电解铜箔 35 µm（1 oz）|HTE copper foil 35 µm (1 oz)', 83.2, foilOf('hte', '35', 1290, 310, 8, 4, 8.5, 0.43, 1.6, '信江', 'XJ-HTE35')),
  foil.supply('标准电解铜箔 70 µm 厚铜，电源板用|Standard ED foil 70 µm for power boards', 82.5, foilOf('ed_std', '70', 1380, 300, 12, 6, 11, 0.45, 2.0, '信江', 'XJ-STD70')),
  foil.supply('RTF 反转处理铜箔 18 µm，高频板用|Reverse-treated foil 18 µm for high-frequency boards', 92.8, foilOf('rtf', '18', 1290, 300, 4, 2.5, 3.2, 0.35, 0.9, '赣江', 'GR-R18')),
  foil.supply('RTF 反转处理铜箔 12 µm|Reverse-treated foil 12 µm', 96.5, foilOf('rtf', '12', 1290, 310, 3.5, 2.2, 2.8, 0.33, 0.8, '赣江', 'GR-R12')),
  foil.supply('VLP 低轮廓铜箔 12 µm，HDI 用|Very low profile foil 12 µm for HDI', 104, foilOf('vlp', '12', 1290, 340, 4, 2.5, 2.0, 0.3, 0.75, '赣江', 'GR-V12')),
  foil.supply('HVLP 极低轮廓铜箔 18 µm，112G 高速板|HVLP foil 18 µm for 112G boards', 138, foilOf('hvlp', '18', 1290, 320, 5, 3, 1.2, 0.22, 0.6, '赣江', 'GR-HV18')),
  foil.supply('锂电双面光铜箔 6 µm，抗拉 400 级|Double-side shiny battery foil 6 µm', 98, foilOf('lithium_double', '6', 1380, 400, 5, 4, 2.0, 0.3, 0.4, '锦江', 'LB-06H')),
  foil.supply('极薄锂电铜箔 4.5 µm|Battery foil 4.5 µm', 121, foilOf('lithium_double', '4.5', 1250, 420, 4, 3, 1.8, 0.28, 0.4, '锦江', 'LB-045')),
  foil.supply('锂电铜箔 8 µm 常规幅宽|Battery foil 8 µm', 90.5, foilOf('lithium_double', '8', 1380, 330, 6, 5, 2.2, 0.3, 0.4, '信江', 'XJ-L08')),
  foil.supply('压延铜箔 12 µm，挠性板弯折用|Rolled annealed foil 12 µm for flexible circuits', 168, foilOf('ra', '12', 520, 150, 9, 10, 1.0, 0.15, 0.8, '龙虎', 'LH-RA12')),
  foil.supply('压延铜箔 18 µm|Rolled annealed foil 18 µm', 160, foilOf('ra', '18', 520, 160, 12, 14, 1.0, 0.15, 0.85, '龙虎', 'LH-RA18')),
  foil.supply('载体箔 9 µm，类载板改良半加成工艺|Carrier foil for mSAP substrates', 310, foilOf('carrier', '9', 620, 330, 3, 2, 1.3, 0.2, 0.6, '龙虎', 'LH-C09')),
  foil.demand('求购 18 µm HTE 铜箔，月用 40 吨|Wanted: HTE foil 18 µm, 40 t a month', 85, foilOf('hte', '18', 1290, 320, 5, 3, 5.5, 0.4, 1.05, '不限', '18HTE'), { moq: 40_000 }),
  foil.demand('求购 12 µm RTF / VLP 铜箔，Rz 3 以下|Wanted: RTF or VLP foil 12 µm, Rz below 3', 98, foilOf('rtf', '12', 1290, 300, 3, 2, 3.0, 0.35, 0.8, '不限', '12RTF'), { moq: 8_000 }),
  foil.demand('求购锂电 6 µm 铜箔长单|Wanted: battery foil 6 µm, long-term', 96, foilOf('lithium_double', '6', 1380, 380, 5, 4, 2.0, 0.3, 0.4, '不限', '6LB'), { moq: 60_000 }),
  foil.demand('求购 35 µm 铜箔，铝基板压合|Wanted: 35 µm foil for metal-core lamination', 83, foilOf('ed_std', '35', 1290, 300, 8, 4, 9, 0.45, 1.6, '不限', '35STD'), { moq: 15_000 }),
  foil.demand('求购 HVLP 18 µm 高速铜箔样品|Wanted: HVLP 18 µm samples', null, foilOf('hvlp', '18', 1290, 310, 4, 3, 1.5, 0.25, 0.55, '不限', '18HVLP'), { moq: 500 }),
];

const clad = table('copper_clad', { measure: 'sheet', moq: 200, leadTimeDays: 10, capacity: 120_000, certificates: 'iso9001 ul rohs' }, 'execStandard=IPC-4101E; envCompliance=rohs reach; sampleAvailable=yes; shelfLifeMonths=24 个月; storageCondition=常温干燥，相对湿度 ≤ 70 %; testFreq=1 GHz');
// The sheets are of FR-4 only here: 21 from 110 °C, 126 from 170 °C with Td 340 °C and at most 3 % along Z. PTFE has no Tg worth a figure.
const board = (resin: string, slash: string, tg: number, td: number, dk: number, df: number, cti: string, cte: number, k: number, core: number, cu: string, brand: string, model: string) =>
  `resin=${resin}; ${slash ? `ipcSlash=${slash}; ` : ''}${tg ? `tg=${tg} °C; ` : ''}td=${td} °C; dk=${dk}; df=${df}; cti=${cti}; cteZ=${cte} %; thermalK=${k} W/(m·K); coreThk=${core} mm; cuWeight=${cu}; ul94=v0; ${['ppo', 'hydrocarbon', 'ptfe'].includes(resin) ? 'testFreq=10 GHz; ' : ''}brand=${brand}; model=${model}`;

const copperClad: DemoListing[] = [
  clad.supply('FR-4 普通 Tg 覆铜板 1.5 mm 1/1 oz|FR-4 laminate 1.5 mm 1/1 oz', 138, board('fr4', '21', 135, 310, 4.5, 0.018, '175', 4.0, 0.3, 1.5, 'oz_1', '吉泰', 'JT-140')),
  clad.supply('中 Tg 无卤覆铜板 1.0 mm|Mid-Tg halogen-free laminate 1.0 mm', 152, `${board('fr4', '', 150, 345, 4.4, 0.012, '600', 3.2, 0.4, 1.0, 'oz_1', '吉泰', 'JT-150HF')}; envCompliance=rohs reach halogen_free`),
  clad.supply('高 Tg FR-4 板材 1.6 mm，汽车电子|High-Tg FR-4 1.6 mm for automotive', 176, board('fr4', '126', 175, 350, 4.3, 0.014, '400', 2.6, 0.4, 1.6, 'oz_1', '吉泰', 'JT-175A')),
  clad.supply('高 Tg 厚铜板材 2.0 mm 3 oz|High-Tg heavy-copper laminate 3 oz', 268, board('fr4', '126', 170, 345, 4.4, 0.015, '400', 2.8, 0.4, 2.0, 'oz_3', '赣江', 'GC-170T3')),
  clad.supply('PPO 高速板材 0.1 mm 芯板|PPO low-loss core 0.1 mm', 420, board('ppo', '', 200, 360, 3.5, 0.003, '250', 2.4, 0.4, 0.1, 'oz_1_2', '赣江', 'GC-PPO3')),
  clad.supply('碳氢高频板 0.508 mm，毫米波雷达|Hydrocarbon high-frequency laminate 0.508 mm', 690, board('hydrocarbon', '', 280, 390, 3.5, 0.0037, '250', 1.0, 0.6, 0.508, 'oz_1_2', '赣江', 'GC-HC35')),
  clad.supply('PTFE 高频覆铜板 0.787 mm|PTFE laminate 0.787 mm', 880, board('ptfe', '', 0, 500, 2.6, 0.0018, '600', 3.9, 0.3, 0.787, 'oz_1', '吉泰', 'JT-PT26')),
  clad.supply('铝基覆铜板 1.0 mm 导热 2.0|Aluminium-based laminate, 2.0 W/(m·K)', 96, board('aluminium', '', 130, 320, 4.8, 0.02, '600', 3.5, 2.0, 1.0, 'oz_1', '南海', 'NH-AL20')),
  clad.supply('铝基覆铜板 1.5 mm 导热 3.0，大功率照明|Aluminium-based laminate, 3.0 W/(m·K)', 128, board('aluminium', '', 140, 330, 4.8, 0.02, '600', 3.4, 3.0, 1.5, 'oz_2', '南海', 'NH-AL30')),
  clad.supply('CEM-1 单面板材 1.6 mm|CEM-1 laminate 1.6 mm', 72, board('cem1', '', 110, 300, 4.6, 0.025, '250', 4.0, 0.3, 1.6, 'oz_1', '吉泰', 'JT-C1')),
  clad.demand('求购高 Tg 170 板材，月用 2 万张|Wanted: high-Tg 170 laminate, 20,000 sheets a month', 170, board('fr4', '126', 170, 345, 4.4, 0.015, '400', 2.8, 0.4, 1.6, 'oz_1', '不限', 'TG170'), { moq: 20_000 }),
  clad.demand('求购铝基板 1.0 mm，灯条用|Wanted: aluminium-based laminate 1.0 mm for light bars', 92, board('aluminium', '', 130, 320, 4.8, 0.02, '600', 3.5, 1.5, 1.0, 'oz_1', '不限', 'AL10'), { moq: 10_000 }),
  clad.demand('求购无卤中 Tg 覆铜板|Wanted: halogen-free mid-Tg laminate', 150, board('fr4', '', 150, 340, 4.4, 0.013, '400', 3.2, 0.4, 1.0, 'oz_1', '不限', 'HF150'), { moq: 5_000 }),
  clad.demand('求购毫米波雷达用高频板材|Wanted: laminate for millimetre-wave radar', null, board('hydrocarbon', '', 280, 390, 3.5, 0.004, '250', 1.2, 0.6, 0.508, 'oz_1_2', '不限', 'RF35'), { moq: 300 }),
  clad.demand('求购普通 FR-4，双面板生产|Wanted: standard FR-4 for double-sided boards', 135, board('fr4', '21', 130, 310, 4.6, 0.02, '175', 4.0, 0.3, 1.5, 'oz_1', '不限', 'FR4'), { moq: 30_000 }),
];

const pcb = table('pcb', { measure: 'm2', moq: 5, leadTimeDays: 9, capacity: 40_000, certificates: 'iso9001 iatf16949 ul' }, 'execStandard=IPC-6012E; envCompliance=rohs; sampleAvailable=yes; shelfLifeMonths=12 个月; storageCondition=真空包装，≤ 30 °C; maxPanel=610×520');
// What is bent follows another standard and comes from smaller panels; fired ceramic has its own.
const ofType: Record<string, string> = { flex: 'execStandard=IPC-6013D; maxPanel=500×250; ', rigid_flex: 'execStandard=IPC-6013D; maxPanel=500×400; ', ceramic: 'execStandard=GB/T 14619; maxPanel=190×138; ' };
const circuit = (type: string, layers: number, thk: number, trace: number, hole: number, cu: string, finish: string, mask: string, hdi: string, tol: number, cls: string, area: number, model: string) =>
  `${ofType[type] ?? ''}pcbType=${type}; layers=${layers}; thk=${thk} mm; minTrace=${trace} µm; minHole=${hole} mm; outerCu=${cu}; finish=${finish}; mask=${mask}; hdiOrder=${hdi}; ${layers > 1 && type !== 'ceramic' ? `impTol=±${tol} %; ` : ''} ipcClass=${cls}; areaCap=${area} m²; brand=自产; model=${model}`;

const boards: DemoListing[] = [
  pcb.supply('双面线路板 1.6 mm 无铅喷锡|Double-sided PCB 1.6 mm lead-free HASL', 390, circuit('rigid', 2, 1.6, 127, 0.3, 'oz_1', 'hasl_lf', 'green', '0', 10, '2', 30_000, 'D2')),
  pcb.supply('四层通孔板，沉金|Four-layer through-hole PCB, ENIG', 640, circuit('rigid', 4, 1.6, 100, 0.2, 'oz_1', 'enig', 'green', '0', 10, '2', 25_000, 'M4')),
  pcb.supply('八层汽车电子板，3 级|Eight-layer automotive PCB, class 3', 1280, circuit('rigid', 8, 1.6, 90, 0.2, 'oz_1', 'enig', 'green', '0', 10, '3', 9_000, 'A8')),
  pcb.supply('二阶 HDI 十层板|Ten-layer HDI, second order', 2600, circuit('hdi', 10, 1.0, 60, 0.1, 'oz_0_5', 'enig osp', 'black', '2', 8, '2', 6_000, 'H10')),
  pcb.supply('任意层互连 HDI 十二层|Any-layer HDI, twelve layers', 4300, circuit('hdi', 12, 0.8, 40, 0.075, 'oz_0_5', 'enig', 'black', 'any', 8, '2', 3_000, 'HA12')),
  pcb.supply('FPC 双面挠性板 0.2 mm|Double-sided FPC 0.2 mm', 980, circuit('flex', 2, 0.2, 60, 0.1, 'oz_0_5', 'enig', 'black', '0', 10, '2', 8_000, 'F2')),
  pcb.supply('刚挠结合板六层，摄像模组|Six-layer rigid-flex for camera modules', 3100, circuit('rigid_flex', 6, 0.8, 60, 0.1, 'oz_0_5', 'enepig', 'black', '1', 10, '3', 2_000, 'RF6')),
  pcb.supply('铝基单面板，照明|Single-sided metal-core board for lighting', 260, circuit('metal_core', 1, 1.0, 200, 0.3, 'oz_1', 'hasl_lf', 'white', '0', 10, '2', 20_000, 'AL1')),
  pcb.supply('氮化铝陶瓷基板 DPC|AlN ceramic substrate, DPC', 5200, circuit('ceramic', 2, 0.5, 75, 0.1, 'oz_2', 'enepig', 'white', '0', 10, '3', 800, 'ALN')),
  pcb.supply('六层 3 oz 厚铜电源板|Six-layer power board, 3 oz copper', 1950, circuit('rigid', 6, 2.4, 200, 0.3, 'oz_3', 'hasl_lf', 'green', '0', 10, '2', 5_000, 'P6')),
  pcb.supply('样板快件：四层 48 小时|Quick-turn prototypes: four layers in 48 hours', 1180, circuit('rigid', 4, 1.6, 90, 0.2, 'oz_1', 'enig', 'blue', '0', 10, '2', 1_500, 'Q4'), { leadTimeDays: 2, moq: 1 }),
  pcb.demand('求购四层板，电池保护板|Wanted: four-layer boards for battery protection', 620, circuit('rigid', 4, 1.0, 100, 0.2, 'oz_2', 'enig', 'green', '0', 10, '2', 3_000, 'BMS4'), { moq: 800 }),
  pcb.demand('采購六層線路板，轉口東南亞|Wanted: six-layer PCB for re-export|採購六層線路板，轉口東南亞', 900, circuit('rigid', 6, 1.6, 90, 0.2, 'oz_1', 'enig', 'green', '0', 10, '2', 1_000, 'EX6'), { moq: 300 }),
  pcb.demand('採購雙面板，儀器控制板用|Wanted: double-sided boards for instruments|採購雙面板，儀器控制板用', 420, circuit('rigid', 2, 1.6, 127, 0.3, 'oz_1', 'enig', 'green', '0', 10, '3', 200, 'INS2'), { moq: 50 }),
  pcb.demand('採購 HDI 二階板樣品|Wanted: second-order HDI samples|採購 HDI 二階板樣品', null, circuit('hdi', 8, 1.0, 60, 0.1, 'oz_0_5', 'enig', 'matt_black', '2', 8, '2', 100, 'HDI8'), { moq: 5 }),
];

export const boardListings = [...copperFoil, ...copperClad, ...boards];

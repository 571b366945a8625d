import { table, type DemoListing } from './model.ts';

/** A machine with its own engine or battery plugs into nothing. */
const base = (year: number, condition: string, hours: number, kW: number, supply: string, footprint: string, kg: number, controller: string, brand: string, model: string) =>
  `year=${year}; condition=${condition}; hours=${hours} h; power=${kW} kW; ${supply ? `supply=${supply}; ` : ''}footprint=${footprint}; weight=${kg} kg; controller=${controller}; eqBrand=${brand}; eqModel=${model}; afterSales=installation training spare_parts; responseHours=24 h; export=not_applicable`;
const one = { measure: 'machine', moq: 1, leadTimeDays: 20, capacity: 20, certificates: 'iso9001' };

const farm = table('agri_machine', { ...one, certificates: 'agri_machine_appraisal' }, 'safetyCerts=agri_appraisal; warranty=12 个月');
/** In the field: a width and an area an hour. */
const field = (kind: string, width: number, rate: number, subsidy: string) => `agriClass=${kind}; workWidth=${width} m; fieldRate=${rate} hm²/h; subsidy=${subsidy}`;
/** Where crops are worked or carried: a weight an hour. */
const yard = (kind: string, perHour: number, subsidy: string, own = '') => `agriClass=${kind}; massThroughput=${perHour} t/h; subsidy=${subsidy}; ${own}`;
const farms: DemoListing[] = [
  farm.supply('旋耕机 1.8 m，丘陵果园|Rotary tiller 1.8 m for hill orchards', 8_600, `${base(2026, 'new', 0, 37, '', '1000×2050×1200', 380, '机械', '罗浮', 'XG-180')}; ${field('tillage', 1.8, 0.6, '旋耕机 1.5–2 m 档')}`),
  farm.supply('履带式果园运输机|Crawler orchard carrier', 26_800, `${base(2026, 'new', 0, 7, '', '2200×1000×1150', 420, '遥控', '罗浮', 'LD-500')}; ${yard('power', 1.5, '运输机')}`),
  farm.supply('植保无人机 50 L|Crop-protection drone 50 L', 52_000, `${base(2026, 'new', 0, 6, '', '3100×3100×800', 52, '飞控', '罗浮', 'FY-50')}; ${field('care', 9, 14, '植保无人机 50 L 档')}`),
  farm.supply('柑橘分选线 8 通道，内部品质|Citrus sorting line with internal quality', 1_380_000, `${base(2025, 'new', 0, 45, 'v380_3_50', '32000×6800×3200', 14_000, 'PLC', '罗浮', 'FX-8N')}; ${yard('postharvest', 12, '水果分级机', 'interfaces=modbus; throughput=60000 /h')}`),
  farm.supply('循环式粮食烘干机 12 t|Grain dryer, 12 t batch', 98_000, `${base(2025, 'new', 0, 9, 'v380_3_50', '3800×2600×7800', 2600, 'PLC', '罗浮', 'HG-12')}; ${yard('postharvest', 1.2, '烘干机 10–20 t 档', 'dryCap=12 t; interfaces=modbus')}`),
  farm.supply('联合收割机 2.0 m|Combine harvester 2.0 m', 118_000, `${base(2024, 'demo', 160, 75, '', '4900×2400×2750', 3100, '机械', '罗浮', 'SG-20')}; ${field('harvest', 2, 0.5, '喂入量 5–6 kg/s 档')}`),
  farm.supply('二手拖拉机 704|Used tractor, 70 hp', 46_000, `${base(2020, 'used', 2_300, 51, '', '3900×1800×2600', 2850, '机械', '罗浮', 'TL-704')}; ${field('power', 1.8, 0.7, '不享受')}`),
  farm.supply('茶叶杀青理条一体机|Tea fixation and shaping machine', 36_000, `${base(2026, 'new', 0, 12, 'v380_3_50', '2600×1100×1500', 520, 'PLC', '罗浮', 'CS-60')}; ${yard('postharvest', 0.06, '茶叶杀青机')}`),
  farm.demand('求购脐橙分选线|Wanted: navel-orange sorting line', 1_200_000, `${base(2026, 'new', 0, 45, 'v380_3_50', '30000×6500×3200', 13_000, '', '', '')}; ${yard('postharvest', 10, '有补贴优先', 'interfaces=modbus')}`),
  farm.demand('求购果园运输机 20 台|Wanted: twenty orchard carriers', 25_000, `${base(2026, 'new', 0, 7, '', '2200×1000×1150', 420, '', '', '')}; ${yard('power', 1.5, '有补贴优先')}`, { moq: 20 }),
  farm.demand('求购植保无人机|Wanted: crop-protection drones', 50_000, `${base(2026, 'new', 0, 6, '', '3100×3100×800', 52, '', '', '')}; ${field('care', 8, 12, '有补贴优先')}`, { moq: 6 }),
  farm.demand('求购茶叶初制设备|Wanted: tea processing machines', 35_000, `${base(2026, 'new', 0, 12, 'v380_3_50', '2600×1100×1500', 520, '', '', '')}; ${yard('postharvest', 0.05, '有补贴优先')}`, { moq: 3 }),
];

const cold = table('cold_chain_machine', one, 'safetyCerts=ce; warranty=24 个月; interfaces=modbus');
/** A room has a volume, a machine that goods go through a weight an hour, a dryer a batch; which of them is said by name. */
const chill = (range: string, own: string) => `coolTemp=${range} °C; ${own}`;
const colds: DemoListing[] = [
  cold.supply('产地移动预冷库 60 m³|Mobile pre-cooling unit 60 m³', 168_000, `${base(2026, 'new', 0, 22, 'v380_3_50', '12000×2400×2900', 5200, 'PLC 远程', '横琴', 'YL-60')}; ${chill('0–8', 'coolVolume=60 m³; massThroughput=1.5 t/h')}`),
  cold.supply('真空预冷机 叶菜 500 公斤批|Vacuum cooler for leafy greens', 228_000, `${base(2026, 'new', 0, 48, 'v380_3_50', '3600×2200×2600', 4600, 'PLC', '横琴', 'ZK-500')}; ${chill('0–5', 'coolVolume=6 m³; massThroughput=1 t/h')}`),
  cold.supply('冷藏集装箱 40 英尺改造|Converted 40-foot reefer', 96_000, `${base(2019, 'refurbished', 12_000, 12, 'v380_3_50', '12192×2438×2896', 4800, '原厂', '横琴', 'LC-40')}; ${chill('-25–15', 'coolVolume=67 m³')}`),
  cold.supply('速冻隧道 1 t/h|Freezing tunnel 1 t/h', 680_000, `${base(2025, 'new', 0, 150, 'v380_3_50', '14000×4200×3600', 15_000, 'PLC', '横琴', 'SD-1')}; ${chill('-40–-18', 'massThroughput=1 t/h')}`),
  cold.supply('热泵烘干房 6 t 批次|Heat-pump drying room, 6 t', 86_000, `${base(2026, 'new', 0, 24, 'v380_3_50', '7200×2600×2600', 3200, 'PLC 远程', '横琴', 'HB-6')}; ${chill('20–75', 'coolVolume=45 m³; dryCap=6 t')}`),
  cold.supply('冷链温度记录与网关套件|Cold-chain logger and gateway kit', 3_600, `${base(2026, 'new', 0, 0.1, 'v220_1_50', '200×150×60', 1, '云平台', '横琴', 'WD-20')}; ${chill('-40–60', '')}`),
  cold.demand('求购移动预冷库，田头用|Wanted: mobile pre-coolers for the field', 160_000, `${base(2026, 'new', 0, 22, 'v380_3_50', '12000×2400×2900', 5200, '', '', '')}; ${chill('0–8', 'coolVolume=60 m³; massThroughput=1.5 t/h')}`, { moq: 4 }),
  cold.demand('求购活禽屠宰冷链设备|Wanted: cold-chain machines for poultry', 420_000, `${base(2026, 'new', 0, 80, 'v380_3_50', '9000×3600×3200', 9000, '', '', '')}; ${chill('-2–4', 'coolVolume=80 m³; massThroughput=1.2 t/h')}`),
  cold.demand('求购活水车制冷机组|Wanted: chillers for live-fish trucks', 38_000, `${base(2026, 'new', 0, 8, '', '1200×800×900', 320, '', '', '')}; ${chill('6–18', 'coolVolume=8 m³')}`, { moq: 6 }),
  cold.demand('求购冷库，乳品配送|Wanted: cold store for dairy', null, `${base(2026, 'new', 0, 30, 'v380_3_50', '12000×6000×4500', 12_000, '', '', '')}; ${chill('2–6', 'coolVolume=260 m³')}`),
];

const test = table('testing_machine', one, 'safetyCerts=ce; warranty=12 个月');
/** What measures lengths has a precision in length, and only that. */
const meter = (perHour: string, precision?: string) => `throughput=${perHour} /h; ${precision ? `precision=±${precision} µm; interfaces=secs_gem opc_ua` : ''}`;
const tests: DemoListing[] = [
  test.supply('AOI 自动光学检测，线路板|AOI for printed boards', 420_000, `${base(2026, 'new', 0, 3, 'v220_1_50', '1400×1500×1700', 1500, '自研', '儒乐', 'AOI-9')}; ${meter('360', '10')}`),
  test.supply('X 射线离线检测机|Off-line X-ray inspection', 360_000, `${base(2025, 'new', 0, 2.5, 'v220_1_50', '1350×1450×1800', 1650, '自研', '儒乐', 'XR-130')}; ${meter('120', '3')}`),
  test.supply('铜箔粗糙度白光干涉仪|White-light interferometer for foil roughness', 580_000, `${base(2025, 'new', 0, 0.8, 'v220_1_50', '900×800×1500', 220, '自研', '儒乐', 'WL-1')}; ${meter('60', '0.01')}`),
  test.supply('永磁材料磁性能测量仪|Hysteresisgraph for permanent magnets', 268_000, `${base(2025, 'new', 0, 3, 'v220_1_50', '1200×900×1500', 480, '自研', '儒乐', 'NIM-2')}; ${meter('40')}`),
  test.supply('農藥殘留快速檢測儀|Rapid pesticide-residue tester|農藥殘留快速檢測儀', 32_000, `${base(2026, 'new', 0, 0.2, 'v220_1_50', '400×350×250', 9, '內置', '荃灣', 'TW-P12')}; ${meter('24')}`),
  test.supply('三座標測量機|Coordinate measuring machine|三座標測量機', 480_000, `${base(2024, 'demo', 120, 1.5, 'v220_1_60', '1500×1700×2800', 2200, '原廠', '荃灣', 'TW-C8')}; ${meter('20', '1.8')}`),
  test.supply('离子色谱仪，湿化学品|Ion chromatograph for wet chemicals', 390_000, `${base(2025, 'new', 0, 0.5, 'v220_1_50', '600×550×500', 45, '内置', '儒乐', 'IC-5')}; ${meter('6')}`),
  test.demand('求购铜箔表面检测系统|Wanted: surface inspection for foil', 900_000, `${base(2026, 'new', 0, 6, 'v380_3_50', '3200×1800×2200', 2600, '不限', '不限', 'SURF')}; ${meter('4800', '20')}`),
  test.demand('求购三坐标，航空结构件|Wanted: coordinate measuring machine', 520_000, `${base(2026, 'new', 0, 1.5, 'v220_1_50', '1500×1700×2800', 2200, '不限', '不限', 'CMM')}; ${meter('20', '1.8')}`),
  test.demand('求购磁性能测量仪|Wanted: hysteresisgraph', 260_000, `${base(2026, 'new', 0, 3, 'v220_1_50', '1200×900×1500', 480, '不限', '不限', 'HYS')}; ${meter('40')}`),
];

export const fieldMachineListings = [...farms, ...colds, ...tests];

import { table, type DemoListing } from './model.ts';

/** What every machine says; rows of one kind add their own. An empty figure is one that such a machine does not have. */
const base = (year: number, condition: string, hours: number, throughput: string, precision: string, kW: number, supply: string, footprint: string, kg: number, controller: string, brand: string, model: string) =>
  `year=${year}; condition=${condition}; hours=${hours} h; ${throughput ? `throughput=${throughput}; ` : ''}${precision ? `precision=±${precision} µm; ` : ''}power=${kW} kW; supply=${supply}; footprint=${footprint}; weight=${kg} kg; controller=${controller}; eqBrand=${brand}; eqModel=${model}`;
const service = (warranty: number, hours: number, extra = '') => `warranty=${warranty} 个月; afterSales=installation training spare_parts${extra}; responseHours=${hours} h; export=not_applicable`;
const one = { measure: 'machine', moq: 1, leadTimeDays: 30, capacity: 6, certificates: 'ce iso9001' };
const v380 = 'v380_3_50';
const v220 = 'v220_1_50';

const smt = table('smt_machine', one, `${service(12, 24, ' on_site remote')}; interfaces=smema secs_gem; safetyCerts=ce; smtPcb=510×460`);
const place = (acc: number, part: string, feeders: number) => `smtAcc=±${acc} µm; smtMinPart=${part}; smtFeeders=${feeders}`;
const smts: DemoListing[] = [
  smt.supply('高速贴片机 42,000 CPH|High-speed placement machine, 42,000 CPH', 680_000, `${base(2025, 'new', 0, '42000 CPH', '30', 3.5, v380, '1500×1650×1500', 1800, '自研 Linux', '宝贴', 'BT-42')}; ${place(30, '0201', 120)}`),
  smt.supply('泛用贴片机，异形元件|Flexible mounter for odd-form parts', 720_000, `${base(2025, 'new', 0, '18000 CPH', '25', 3.2, v380, '1500×1650×1500', 1850, '自研 Linux', '宝贴', 'BT-18F')}; ${place(25, '01005', 96)}`),
  smt.supply('二手贴片整线，含印刷机回流焊|Used SMT line with printer and reflow oven', 920_000, `${base(2019, 'used', 11_200, '65000 CPH', '40', 42, v380, '14000×2000×1800', 9200, 'PLC', '混合', 'LINE-65')}; ${place(40, '0201', 160)}`, { leadTimeDays: 20 }),
  smt.supply('翻新八温区回流焊|Refurbished eight-zone reflow oven', 96_000, `${base(2020, 'refurbished', 8_400, '120 /h', '', 36, v380, '5300×1380×1490', 2200, 'PLC', '宝贴', 'RF-8')}`),
  smt.supply('全自动锡膏印刷机|Automatic solder-paste printer', 145_000, `${base(2026, 'new', 0, '450 /h', '12.5', 2.2, v220, '1220×1530×1500', 1100, '自研', '宝贴', 'PR-12')}; smtAcc=±12.5 µm; smtMinPart=01005`),
  smt.demand('求购二手贴片机两台，保护板线|Wanted: two used placement machines', 320_000, `${base(2018, 'used', 15_000, '30000 CPH', '40', 3.5, v380, '1500×1650×1500', 1800, '不限', '不限', '30K')}; ${place(40, '0201', 100)}`, { moq: 2 }),
  smt.demand('平板产线扩产求购高速机|Wanted: high-speed mounters for a tablet line', 650_000, `${base(2026, 'new', 0, '42000 CPH', '30', 3.5, v380, '1500×1650×1500', 1800, '不限', '不限', '42K')}; ${place(30, '01005', 120)}`, { moq: 6 }),
];

const terminal = table('terminal_machine', one, `${service(12, 24, ' on_site')}; interfaces=smema opc_ua; safetyCerts=ce`);
const terminals: DemoListing[] = [
  terminal.supply('手机中框点胶机|Dispensing machine for phone frames', 185_000, base(2026, 'new', 0, '900 UPH', '30', 2.5, v220, '1100×1200×1750', 750, '自研', '宝贴', 'DJ-30')),
  terminal.supply('屏幕贴合机 6.9 英寸|Display laminator, 6.9 inch', 560_000, base(2025, 'new', 0, '360 UPH', '50', 8, v380, '2400×1500×2000', 2600, 'PLC', '宝贴', 'TH-69')),
  terminal.supply('二手锁螺丝机十台|Ten used screw-driving machines', 28_000, base(2021, 'used', 6_800, '1200 UPH', '50', 1.2, v220, '700×700×1500', 260, 'PLC', '宝贴', 'SL-4')),
  terminal.demand('求购整机老化测试柜|Wanted: ageing racks for finished devices', 60_000, base(2026, 'new', 0, '200 UPH', '', 12, v380, '2200×900×2100', 600, '不限', '不限', 'AG-200'), { moq: 8 }),
];

const pcbMachine = table('pcb_machine', one, `${service(12, 24, ' on_site')}; interfaces=secs_gem opc_ua; safetyCerts=ce`);
const pcbMachines: DemoListing[] = [
  pcbMachine.supply('六轴数控钻机 20 万转|Six-spindle drilling machine, 200,000 rpm', 880_000, base(2026, 'new', 0, '2400 /h', '18', 22, v380, '5600×2600×1900', 9800, '自研', '虎钻', 'ZJ-6')),
  pcbMachine.supply('LDI 激光直接成像机|Laser direct imaging machine', 2_600_000, base(2025, 'new', 0, '180 /h', '8', 9, v380, '2600×2100×2000', 4800, '自研', '儒乐', 'LDI-8')),
  pcbMachine.supply('翻新水平沉铜线|Refurbished horizontal plating line', 1_380_000, base(2018, 'refurbished', 21_000, '90 /h', '', 120, v380, '32000×2600×2400', 26_000, 'PLC', '混合', 'CT-32')),
  pcbMachine.supply('二手真空压机|Used vacuum lamination press', 760_000, base(2017, 'used', 26_000, '30 /h', '', 160, v380, '6200×3200×4200', 38_000, 'PLC', '混合', 'YJ-10')),
  pcbMachine.demand('求购六轴钻机两台|Wanted: two six-spindle drilling machines', 820_000, base(2025, 'new', 0, '2000 /h', '20', 22, v380, '5600×2600×1900', 9800, '不限', '不限', 'DRILL6'), { moq: 2 }),
  pcbMachine.demand('求购二手 LDI 曝光机|Wanted: used LDI machine', 1_500_000, base(2021, 'used', 9_000, '150 /h', '10', 9, v380, '2600×2100×2000', 4800, '不限', '不限', 'LDI'), {}),
];

const semi = table('semiconductor_machine', { ...one, leadTimeDays: 90 }, `${service(6, 48, ' on_site')}; interfaces=secs_gem; safetyCerts=semi_s2 ce`);
const litho = (res: string, overlay: string, inch: string) => `lithoRes=${res} µm; lithoOvl=≤ ${overlay} nm; waferSize=${inch}`;
const etch = (rate: string, inch: string) => `etchRate=${rate} nm/min; waferSize=${inch}`;
const semis: DemoListing[] = [
  semi.supply('翻新 i 线步进光刻机 6 英寸|Refurbished i-line stepper, 6 inch', 6_800_000, `${base(2008, 'refurbished', 42_000, '60 wph', '0.05', 12, v380, '2700×3500×2600', 5200, '原厂', '黄埔', 'ST-6i')}; ${litho('0.35', '60', '6')}; export=cleared`),
  semi.supply('掩模对准光刻机 4 英寸，科研试产|Mask aligner, 4 inch', 980_000, `${base(2024, 'new', 0, '40 wph', '0.5', 3, v220, '1300×1000×1900', 900, '自研', '黄埔', 'MA-4')}; ${litho('0.8', '500', '4')}; export=cleared`),
  semi.supply('ICP 刻蚀机 6 英寸|ICP etcher, 6 inch', 2_900_000, `${base(2025, 'new', 0, '12 wph', '', 30, v380, '1900×1300×2100', 1800, '自研', '黄埔', 'IC-6')}; ${etch('350', '6')}; export=pending`),
  semi.supply('翻新 8 英寸去胶机|Refurbished asher, 8 inch', 720_000, `${base(2012, 'refurbished', 30_000, '90 wph', '', 14, v380, '1500×1200×2000', 1200, '原厂', '黄埔', 'AS-8')}; ${etch('2000', '8')}; export=cleared`),
  semi.demand('求购 ICP 刻蚀机，LED 图形化衬底|Wanted: ICP etcher for patterned sapphire', 2_600_000, `${base(2024, 'new', 0, '12 wph', '', 30, v380, '1900×1300×2100', 1800, '不限', '不限', 'ICP')}; ${etch('300', '4')}`, {}),
  semi.demand('求购二手步进光刻机|Wanted: used stepper', null, `${base(2008, 'used', 50_000, '50 wph', '0.1', 12, v380, '2700×3500×2600', 5200, '不限', '不限', 'STEP')}; ${litho('0.5', '100', '6')}`, {}),
];

const die = table('led_machine', one, `${service(12, 24, ' on_site remote')}; interfaces=smema secs_gem; safetyCerts=ce; waferSize=6`);
const bond = (acc: number, uph: number, size: string, force: string) => `dieAcc=±${acc} µm; dieUph=${uph} UPH; dieSize=${size} mm; bondForce=${force} gf`;
const dies: DemoListing[] = [
  die.supply('LED 高速固晶机 40K|High-speed die bonder, 40K UPH', 168_000, `${base(2026, 'new', 0, '40000 UPH', '38', 1.6, v220, '1120×1040×1750', 950, '自研', '光固', 'GK-40')}; ${bond(38, 40_000, '0.1–1', '20–200')}`),
  die.supply('Mini LED 固晶机 ±10 µm|Mini LED die bonder, ±10 µm', 480_000, `${base(2026, 'new', 0, '22000 UPH', '10', 2.5, v220, '1500×1300×1800', 1700, '自研', '光固', 'GK-M10')}; ${bond(10, 22_000, '0.1–0.6', '20–100')}`),
  die.supply('功率器件固晶机|Die bonder for power devices', 620_000, `${base(2025, 'new', 0, '8000 UPH', '15', 3, v220, '1700×1400×1800', 2100, '自研', '光固', 'GK-P8')}; ${bond(15, 8_000, '1–10', '50–500')}`),
  die.supply('翻新固晶机批量|Refurbished die bonders', 62_000, `${base(2020, 'refurbished', 9_600, '28000 UPH', '38', 1.6, v220, '1120×1040×1750', 950, '自研', '光固', 'GK-28R')}; ${bond(38, 28_000, '0.15–1', '20–200')}`),
  die.demand('求购 Mini LED 固晶机 12 台|Wanted: twelve Mini LED die bonders', 460_000, `${base(2026, 'new', 0, '20000 UPH', '10', 2.5, v220, '1500×1300×1800', 1700, '不限', '不限', 'MINI')}; ${bond(10, 20_000, '0.1–0.6', '20–100')}`, { moq: 12 }),
];

const lithium = table('lithium_machine', { ...one, leadTimeDays: 60 }, `${service(12, 24, ' on_site')}; interfaces=opc_ua modbus; safetyCerts=ce`);
const lithiums: DemoListing[] = [
  lithium.supply('双面挤压涂布机 80 m/min|Double-side slot-die coater', 5_200_000, base(2026, 'new', 0, '4800 /h', '1.5', 420, v380, '62000×4200×5200', 90_000, 'PLC', '仙女湖', 'TB-80')),
  lithium.supply('极片分切机 1400 mm|Electrode slitter, 1400 mm', 680_000, base(2025, 'new', 0, '6000 /h', '50', 18, v380, '4200×2800×2200', 6800, 'PLC', '仙女湖', 'FQ-1400')),
  lithium.supply('翻新辊压机 Φ800|Refurbished calender Φ800', 990_000, base(2019, 'refurbished', 14_000, '3000 /h', '2', 160, v380, '6800×3800×3000', 42_000, 'PLC', '仙女湖', 'GY-800')),
  lithium.demand('求购涂布机，锂电中试线|Wanted: coater for a pilot line', 2_200_000, base(2025, 'new', 0, '1200 /h', '2', 120, v380, '22000×2600×3200', 24_000, '不限', '不限', 'PILOT'), {}),
];

const solar = table('photovoltaic_machine', { ...one, leadTimeDays: 45 }, `${service(12, 24, ' on_site')}; interfaces=opc_ua modbus; safetyCerts=ce`);
const solars: DemoListing[] = [
  solar.supply('多主栅串焊机 7,200 片/时|Multi-busbar stringer, 7,200 cells an hour', 1_150_000, base(2026, 'new', 0, '7200 /h', '100', 60, v380, '12500×2800×2200', 9500, 'PLC', '三清', 'CH-72')),
  solar.supply('电池片分选机|Cell sorter', 420_000, base(2025, 'new', 0, '8000 /h', '50', 6, v380, '4200×1800×2100', 2400, '自研', '三清', 'FX-80')),
  solar.supply('翻新层压机|Refurbished laminator', 360_000, base(2020, 'refurbished', 16_000, '36 /h', '', 110, v380, '12000×3200×1600', 16_000, 'PLC', '三清', 'CY-36')),
  solar.demand('求购二手串焊机，组件实验线|Wanted: used stringer for a module lab', 380_000, base(2021, 'used', 9_000, '3600 /h', '200', 60, v380, '12500×2800×2200', 9500, '不限', '不限', 'LAB'), {}),
];

const mould = table('injection_machine', one, `${service(24, 24, ' on_site')}; interfaces=opc_ua modbus; safetyCerts=ce`);
const clamp = (kN: number, shot: number, bar: string, drive: string) => `clamp=${kN} kN; shotW=${shot} g; tieBar=${bar}; driveType=${drive}`;
const moulds: DemoListing[] = [
  mould.supply('90 吨全电动注塑机|90 t all-electric moulding machine', 268_000, `${base(2026, 'new', 0, '360 /h', '10', 11, v380, '4100×1300×1800', 3600, '自研', '顺塑', 'SE-90')}; ${clamp(900, 110, '410×410', 'electric')}`),
  mould.supply('160 吨伺服注塑机|160 t servo moulding machine', 148_000, `${base(2026, 'new', 0, '240 /h', '30', 15, v380, '4900×1350×1950', 5200, '自研', '顺塑', 'SV-160')}; ${clamp(1600, 320, '470×470', 'hybrid')}`),
  mould.supply('450 吨注塑机，家电外壳|450 t machine for appliance housings', 395_000, `${base(2025, 'new', 0, '120 /h', '50', 45, v380, '7600×1900×2300', 16_500, '自研', '顺塑', 'SV-450')}; ${clamp(4500, 1850, '780×780', 'hybrid')}`),
  mould.supply('2200 吨二板机，汽车件|2200 t two-platen machine', 3_600_000, `${base(2025, 'new', 0, '60 /h', '80', 180, v380, '15500×4200×3600', 118_000, '自研', '顺塑', 'TP-2200')}; ${clamp(22_000, 14_000, '1850×1650', 'hybrid')}`),
  mould.supply('二手 250 吨液压机|Used 250 t hydraulic machine', 78_000, `${base(2016, 'used', 28_000, '150 /h', '80', 30, v380, '5900×1500×2100', 8800, 'PLC', '顺塑', 'HY-250')}; ${clamp(2500, 780, '570×570', 'hydraulic')}`),
  mould.demand('求购 160 吨注塑机五台|Wanted: five 160 t machines', 140_000, `${base(2026, 'new', 0, '220 /h', '30', 15, v380, '4900×1350×1950', 5200, '不限', '不限', '160T')}; ${clamp(1600, 320, '460×460', 'hybrid')}`, { moq: 5 }),
  mould.demand('求购全电动机，风机叶轮|Wanted: all-electric machine for impellers', 250_000, `${base(2026, 'new', 0, '300 /h', '10', 11, v380, '4100×1300×1800', 3600, '不限', '不限', '90E')}; ${clamp(900, 120, '410×410', 'electric')}`, {}),
];

const mill = table('cnc_machine', one, `${service(12, 24, ' on_site remote')}; interfaces=opc_ua modbus; safetyCerts=ce`);
const cut = (axes: number, travel: string, rpm: number, repeat: number) => `axes=${axes}; travel=${travel}; spindle=${rpm} rpm; repeat=${repeat} mm`;
const mills: DemoListing[] = [
  mill.supply('三轴立式加工中心 850|Three-axis machining centre 850', 238_000, `${base(2026, 'new', 0, '', '5', 11, v380, '2700×2300×2500', 5400, '国产数控', '虎门', 'VM-850')}; ${cut(3, '800×500×500', 10_000, 0.004)}`),
  mill.supply('高速雕铣机 24,000 rpm|High-speed engraving mill', 186_000, `${base(2026, 'new', 0, '', '4', 9, v380, '2100×2200×2400', 4200, '国产数控', '虎门', 'DX-650')}; ${cut(3, '650×500×300', 24_000, 0.003)}`),
  mill.supply('五轴联动加工中心|Five-axis machining centre', 980_000, `${base(2025, 'new', 0, '', '4', 22, v380, '3200×3000×2900', 9800, '国产数控', '虎门', 'U5-500')}; ${cut(5, '500×450×400', 15_000, 0.003)}`),
  mill.supply('航空铝件龙门铣 代工余机|Gantry mill for aviation aluminium', 1_680_000, `${base(2020, 'used', 13_500, '', '10', 40, v380, '9200×4600×4300', 32_000, '进口数控', '瑶湖', 'GM-4020')}; ${cut(3, '4000×2000×800', 12_000, 0.008)}`),
  mill.supply('木工雕刻机 四工序|Four-process wood router', 92_000, `${base(2026, 'new', 0, '', '50', 18, v380, '3200×2200×1900', 1900, '国产数控', '余江', 'MD-4')}; ${cut(3, '1300×2500×200', 18_000, 0.05)}`),
  mill.supply('翻新钻攻中心 T500|Refurbished tapping centre', 118_000, `${base(2019, 'refurbished', 17_000, '', '5', 5.5, v380, '1650×2200×2300', 2600, '进口数控', '虎门', 'T-500R')}; ${cut(3, '500×400×300', 20_000, 0.004)}`),
  mill.demand('求购五轴加工中心，电机壳体|Wanted: five-axis machine for motor housings', 950_000, `${base(2026, 'new', 0, '', '5', 22, v380, '3200×3000×2900', 9800, '不限', '不限', '5AX')}; ${cut(5, '500×450×400', 12_000, 0.004)}`, { moq: 2 }),
  mill.demand('求购陶瓷雕铣机|Wanted: engraving mill for ceramics', 200_000, `${base(2026, 'new', 0, '', '3', 9, v380, '2100×2200×2400', 4300, '不限', '不限', 'CER')}; ${cut(3, '600×500×300', 40_000, 0.003)}`, {}),
];

export const machineListings = [...smts, ...terminals, ...pcbMachines, ...semis, ...dies, ...lithiums, ...solars, ...moulds, ...mills];

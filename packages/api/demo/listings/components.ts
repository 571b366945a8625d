import { table, type DemoListing } from './model.ts';

const wafer = table('wafer', { measure: 'wafer', moq: 25, leadTimeDays: 21, capacity: 20_000, certificates: 'iso9001 iatf16949' }, 'execStandard=SEMI M1; envCompliance=rohs; sampleAvailable=yes; shelfLifeMonths=12 个月; storageCondition=氮气柜，23±2 °C');
const standardOf: Record<string, string> = { sic: 'execStandard=SEMI M55; ', sapphire: 'execStandard=SEMI M65; ', gaas: 'execStandard=SEMI M9; ' };
// Sapphire insulates; gallium arsenide is doped with silicon, which the list of dopants does not have.
const slice = (mat: string, inch: string, grade: string, type: string, dopant: string, res: string, thk: number, orient: string, ttv: number, bow: number, polish: string, mpd: string, brand: string, model: string) =>
  `${standardOf[mat] ?? ''}waferMat=${mat}; diameter=${inch}; waferGrade=${grade}; ${type ? `conduct=${type}; ` : ''}${dopant ? `dopant=${dopant}; ` : ''}resistivity=${res} Ω·cm; waferThk=${thk} µm; orient=${orient}; ttv=≤ ${ttv} µm; bow=≤ ${bow} µm; polish=${polish}; ${mpd ? `mpd=≤ ${mpd} cm⁻²; ` : ''}brand=${brand}; model=${model}`;
// Glass conducts nothing, is doped with nothing and has no crystal.
const pane = 'execStandard=企业标准; waferMat=glass; diameter=8; waferGrade=production; resistivity=1e10–1e12 Ω·cm; waferThk=700 µm; ttv=≤ 5 µm; bow=≤ 30 µm; polish=dsp; brand=昌江; model=CJ-G8';
const wafers: DemoListing[] = [
  wafer.supply('8 英寸 P 型硅抛光片|8-inch P-type polished silicon wafer', 290, slice('si', '8', 'prime', 'p', 'B', '1–30', 725, '100', 5, 30, 'ssp', '', '洪都', 'HD-8P')),
  wafer.supply('12 英寸测试片|12-inch test wafer', 520, slice('si', '12', 'test', 'p', 'B', '1–100', 775, '100', 5, 40, 'dsp', '', '南山', 'NS-12T')),
  wafer.supply('6 英寸 N 型重掺砷硅片|6-inch heavily As-doped silicon', 130, slice('si', '6', 'prime', 'n', 'As', '0.001–0.005', 625, '111', 8, 40, 'ssp', '', '洪都', 'HD-6N')),
  wafer.supply('6 英寸导电型碳化硅衬底，4° 偏角|6-inch conductive SiC substrate, 4° off-axis', 3900, slice('sic', '6', 'production', 'n', 'N', '0.015–0.028', 350, 'off_4', 10, 30, 'cmp', '0.5', '南山', 'NS-SC6')),
  wafer.supply('4 英寸半绝缘碳化硅衬底|4-inch semi-insulating SiC', 4600, slice('sic', '4', 'prime', 'semi_insulating', 'V', '100000–1000000', 500, 'c_plane', 10, 30, 'cmp', '1', '南山', 'NS-SI4')),
  wafer.supply('4 英寸蓝宝石平片 C 面|4-inch C-plane sapphire', 78, slice('sapphire', '4', 'production', '', '', '1e10–1e12', 650, 'c_plane', 10, 10, 'ssp', '', '洪都', 'HD-S4')),
  wafer.supply('6 英寸砷化镓衬底|6-inch GaAs substrate', 1450, slice('gaas', '6', 'prime', 'n', '', '0.001–0.01', 650, '100', 5, 20, 'dsp', '', '南山', 'NS-GA6')),
  wafer.supply('8 英寸玻璃载片|8-inch glass carrier', 160, pane),
  wafer.demand('求购 8 英寸陪片|Wanted: 8-inch dummy wafers', 140, slice('si', '8', 'dummy', 'p', 'B', '1–100', 725, '100', 15, 60, 'ssp', '', '不限', '8DM'), { moq: 500 }),
  wafer.demand('采購 6 吋矽片，教學及試產|Wanted: 6-inch silicon for pilot runs|採購 6 吋矽片，教學及試產', 120, slice('si', '6', 'test', 'p', 'B', '1–50', 675, '100', 10, 50, 'ssp', '', '不限', '6TS'), { moq: 100 }),
  wafer.demand('求购碳化硅 6 英寸衬底，月用 300 片|Wanted: 6-inch SiC, 300 a month', 3700, slice('sic', '6', 'production', 'n', 'N', '0.015–0.028', 350, 'off_4', 10, 35, 'cmp', '1', '不限', '6SC'), { moq: 300 }),
];

const led = table('led_chip', { measure: 'thousand_pieces', moq: 500, leadTimeDays: 7, capacity: 900_000, certificates: 'iso9001 rohs' }, 'execStandard=SJ/T 11399; envCompliance=rohs reach halogen_free; sampleAvailable=yes; shelfLifeMonths=12 个月; storageCondition=氮气柜，相对湿度 ≤ 30 %');
// Luminous intensity as the power and the eye at that wavelength give it; what is not seen has none.
const chip = (form: string, colour: string, wave: string, bin: number, size: string, mw: number, iv: string, vf: string, ma: number, esd: number, epi: string, brand: string, model: string) =>
  `chipForm=${form}; colour=${colour}; wld=${wave} nm; wldBin=${bin} nm; chipSize=${size}; power=${mw} mW; ${iv ? `iv=${iv} mcd; ` : ''} vf=${vf} V; ifTest=${ma} mA; ir=≤ 1 µA; esd=${esd} V; epi=${epi}; brand=${brand}; model=${model}`;
const leds: DemoListing[] = [
  led.supply('正装蓝光 LED 芯片 10×24 mil|Lateral blue LED chip 10×24 mil', 5.2, chip('lateral', 'blue', '450–455', 2.5, '10×24 mil', 32, '280–340', '2.8–3.1', 20, 2000, 'InGaN', '洪都', 'HB1024')),
  led.supply('大功率垂直蓝光芯片 45 mil|Vertical high-power blue chip 45 mil', 310, chip('vertical', 'blue', '445–455', 2.5, '45×45 mil', 620, '5600–6600', '2.8–3.2', 350, 4000, 'InGaN', '洪都', 'HV45')),
  led.supply('Mini LED 倒装蓝光 3×6 mil，背光用|Flip-chip Mini LED blue 3×6 mil', 9.6, chip('mini', 'blue', '448–453', 2.5, '76×152 µm', 8, '70–85', '2.6–2.9', 5, 1000, 'InGaN', '井冈', 'JM0306B')),
  led.supply('Mini LED 倒装绿光|Flip-chip Mini LED green', 12.8, chip('mini', 'green', '520–530', 2.5, '76×152 µm', 4, '620–750', '2.5–2.9', 5, 1000, 'InGaN', '井冈', 'JM0306G')),
  led.supply('Mini LED 倒装红光|Flip-chip Mini LED red', 18.5, chip('mini', 'red', '618–624', 2.5, '76×152 µm', 3, '210–270', '1.8–2.2', 5, 500, 'AlGaInP', '井冈', 'JM0306R')),
  led.supply('倒装车灯芯片 40 mil|Flip chip for head lamps 40 mil', 420, chip('flip', 'blue', '445–455', 2.5, '40×40 mil', 700, '6200–7400', '2.8–3.1', 350, 4000, 'InGaN', '井冈', 'JF40')),
  led.supply('琥珀光芯片 600–610 nm 转向灯|Amber chip for turn signals', 26, chip('vertical', 'orange', '600–610', 2.5, '14×14 mil', 12, '1300–1600', '1.9–2.3', 20, 2000, 'AlGaInP', '洪都', 'HA14')),
  led.supply('UVC 275 nm 杀菌芯片|UVC 275 nm chip for disinfection', 960, chip('flip', 'uv', '270–280', 2.5, '20×20 mil', 16, '', '5.2–6.5', 100, 2000, 'AlGaN', '井冈', 'JU275')),
  led.supply('红外 850 nm 安防芯片|IR 850 nm chip for surveillance', 34, chip('vertical', 'ir', '840–860', 5, '28×28 mil', 300, '', '1.5–1.9', 350, 2000, 'AlGaAs', '洪都', 'HI28')),
  led.demand('求购蓝光芯片，月用 4 亿颗|Wanted: blue chips, 400 million a month', 5, chip('lateral', 'blue', '450–457.5', 2.5, '10×24 mil', 30, '270–330', '2.8–3.1', 20, 2000, 'InGaN', '不限', 'B1024'), { moq: 400_000 }),
  led.demand('求购 Mini LED 三色芯片|Wanted: Mini LED RGB chips', 13, chip('mini', 'green', '520–530', 2.5, '76×152 µm', 4, '600–750', '2.5–2.9', 5, 1000, 'InGaN', '不限', 'RGB36'), { moq: 20_000 }),
  led.demand('求购红外芯片，人脸识别|Wanted: IR chips for face recognition', 33, chip('vertical', 'ir', '935–945', 5, '28×28 mil', 280, '', '1.4–1.9', 350, 2000, 'AlGaAs', '不限', 'IR940'), { moq: 3_000 }),
  led.demand('求购闪光灯倒装芯片|Wanted: flip chips for camera flash', null, chip('flip', 'blue', '445–455', 2.5, '40×40 mil', 680, '6000–7200', '2.8–3.2', 350, 4000, 'InGaN', '不限', 'FL40'), { moq: 2_000 }),
];

const magnet = table('magnet', { measure: 'kg', moq: 50, leadTimeDays: 20, capacity: 60_000, certificates: 'iso9001 iatf16949 rohs' }, 'execStandard=GB/T 13560-2017; envCompliance=rohs reach; sampleAvailable=yes; shelfLifeMonths=12 个月; storageCondition=干燥，远离磁性物质');
// Br in T, Hcj in kA/m and (BH)max in kJ/m³ as GB/T 13560-2017 gives them for the grade.
const grade: Record<string, [string, number, number, string, string]> = {
  N35: ['1.18–1.23', 868, 955, '263–287', '80'], N42: ['1.28–1.32', 915, 955, '318–342', '80'], N52: ['1.42–1.46', 836, 876, '382–414', '80'],
  N45H: ['1.32–1.36', 963, 1353, '334–358', '120'], N48H: ['1.36–1.41', 995, 1274, '358–390', '120'], N42SH: ['1.28–1.32', 939, 1592, '310–342', '150'],
  N45SH: ['1.32–1.36', 979, 1592, '334–366', '150'], N52SH: ['1.41–1.46', 1035, 1592, '382–414', '150'], N38UH: ['1.22–1.26', 907, 1990, '286–310', '180'], N35EH: ['1.17–1.22', 876, 2388, '263–287', '200'],
};
const magnetic = (name: string, coat: string, shape: string, dims: string, tol: number, dir: string, salt: number, heavy: number, brand: string) => {
  const [br, hcb, hcj, bh, tmax] = grade[name]!;
  return `magGrade=${name}; br=${br} T; hcb=≥ ${hcb} kA/m; hcj=≥ ${hcj} kA/m; bh=${bh} kJ/m³; tmax=${tmax}; coating=${coat}; shape=${shape}; dims=${dims}; tol=±${tol} mm; magDir=${dir}; saltSpray=${salt} h; dyTb=${heavy} %; brand=${brand}; model=${name}`;
};
const magnets: DemoListing[] = [
  magnet.supply('N35 钕铁硼圆片，镀锌|N35 NdFeB discs, zinc-plated', 168, magnetic('N35', 'zn', 'cylinder', 'Φ15×3', 0.1, 'axial', 24, 0, '章贡')),
  magnet.supply('N42 钕铁硼方块，镍铜镍|N42 NdFeB blocks, Ni-Cu-Ni', 205, magnetic('N42', 'nicuni', 'block', '20×10×2', 0.05, 'axial', 48, 0, '章贡')),
  magnet.supply('N52 高性能方块磁钢，消费电子|N52 blocks for consumer electronics', 312, magnetic('N52', 'nicuni', 'block', '12×4×1.2', 0.03, 'axial', 48, 0, '章贡')),
  magnet.supply('N45H 扬声器磁环|N45H rings for speakers', 268, magnetic('N45H', 'zn', 'ring', 'Φ28×Φ12×4', 0.05, 'axial', 24, 0.5, '章贡')),
  magnet.supply('N48H 手机马达磁钢|N48H for linear motors', 336, magnetic('N48H', 'nicuni', 'special', '6×3×0.8', 0.02, 'axial', 72, 0.6, '章贡')),
  magnet.supply('N42SH 驱动电机磁瓦|N42SH arcs for traction motors', 356, magnetic('N42SH', 'epoxy', 'arc', 'R32×R27×40×5', 0.05, 'radial', 240, 1.8, '龙南')),
  magnet.supply('N45SH 新能源车驱动电机磁钢|N45SH for EV traction motors', 388, magnetic('N45SH', 'phosphate', 'block', '32×17×6', 0.05, 'none', 12, 2.2, '龙南')),
  magnet.supply('N52SH 人形机器人关节电机磁钢|N52SH for robot joint motors', 520, magnetic('N52SH', 'epoxy', 'arc', 'R24×R21×15×3', 0.03, 'radial', 240, 1.5, '龙南')),
  magnet.supply('N38UH 风电用磁钢|N38UH for wind turbines', 402, magnetic('N38UH', 'epoxy', 'block', '110×55×16', 0.1, 'axial', 500, 3.6, '龙南')),
  magnet.supply('N35EH 耐高温磁钢|N35EH high-temperature magnets', 465, magnetic('N35EH', 'al', 'block', '25×12×5', 0.05, 'axial', 240, 5.2, '章贡')),
  magnet.demand('求购 N45SH 磁钢，月用 60 万片|Wanted: N45SH, 600,000 pieces a month', 380, magnetic('N45SH', 'epoxy', 'block', '32×17×6', 0.05, 'none', 240, 2.2, '不限'), { moq: 12_000 }),
  magnet.demand('求购风机电机磁瓦 N42SH|Wanted: N42SH arcs for fan motors', 345, magnetic('N42SH', 'epoxy', 'arc', 'R30×R26×35×5', 0.05, 'radial', 120, 1.8, '不限'), { moq: 4_000 }),
  magnet.demand('採購釹鐵硼 N52 小方塊|Wanted: small N52 blocks|採購釹鐵硼 N52 小方塊', 330, magnetic('N52', 'nicuni', 'block', '10×5×1', 0.03, 'axial', 48, 0, '不限'), { moq: 200 }),
  magnet.demand('求购夹具用 N35 磁钢|Wanted: N35 magnets for fixtures', 160, magnetic('N35', 'zn', 'cylinder', 'Φ20×5', 0.1, 'axial', 24, 0, '不限'), { moq: 300 }),
  magnet.demand('求购注塑机伺服电机磁钢|Wanted: magnets for servo motors', null, magnetic('N48H', 'zn', 'block', '40×15×4', 0.05, 'axial', 48, 0.6, '不限'), { moq: 800 }),
];

const solder = table('solder', { measure: 'kg', moq: 20, leadTimeDays: 5, capacity: 80_000, certificates: 'iso9001 rohs' }, 'execStandard=J-STD-006; envCompliance=rohs reach halogen_free; sampleAvailable=yes');
const paste = (alloy: string, melt: string, powder: string, flux: string, visc: number, metal: number, pack: string, brand: string, model: string) =>
  `form=paste; execStandard=J-STD-005A; voidRate=≤ 10 %; alloy=${alloy}; leadFree=${alloy.includes('Pb') ? 'no' : 'yes'}; melt=${melt} °C; powder=${powder}; flux=${flux}; visc=${visc} Pa·s; metal=${metal} %; pack=${pack}; shelfLifeMonths=6 个月; storageCondition=2–10 °C 冷藏; brand=${brand}; model=${model}`;
const metal = (form: string, alloy: string, melt: string, flux: string, dia: string, brand: string, model: string) =>
  `form=${form}; alloy=${alloy}; leadFree=${alloy.includes('Pb') ? 'no' : 'yes'}; melt=${melt} °C; ${flux ? `flux=${flux}; ` : ''}${dia ? `wireDia=${dia} mm; ` : ''}metal=${flux ? 97.8 : 100} %; ${form === 'ball' ? '' : 'pack=carton_20kg; '} shelfLifeMonths=24 个月; storageCondition=常温干燥; brand=${brand}; model=${model}`;
const solders: DemoListing[] = [
  solder.supply('SAC305 无铅锡膏 T4|SAC305 lead-free solder paste T4', 428, paste('SAC305', '217–220', 'T4', 'rol0', 190, 88.5, 'jar_500g', '松湖', 'SH-305T4')),
  solder.supply('SAC305 无铅锡膏 T5，01005 印刷|SAC305 paste T5 for 01005 parts', 520, paste('SAC305', '217–220', 'T5', 'rol0', 180, 88.3, 'jar_500g', '松湖', 'SH-305T5')),
  solder.supply('Sn42Bi58 低温锡膏|Sn42Bi58 low-temperature paste', 296, paste('Sn42Bi58', '138', 'T4', 'rol0', 170, 89, 'jar_500g', '松湖', 'SH-LT58')),
  solder.supply('SAC0307 经济型无铅锡膏|SAC0307 low-silver paste', 338, paste('SAC0307', '217–227', 'T4', 'rol0', 190, 88.5, 'jar_500g', '临川', 'LC-0307')),
  solder.supply('水溶性锡膏 T6 针筒点涂|Water-soluble paste T6 in syringes', 980, paste('SAC305', '217–220', 'T6', 'water_soluble', 110, 86, 'syringe', '松湖', 'SH-WS6')),
  solder.supply('无铅锡条 Sn99.3Cu0.7|Lead-free solder bar Sn99.3Cu0.7', 262, metal('bar', 'Sn99.3Cu0.7', '227', '', '', '临川', 'LC-B07')),
  solder.supply('SAC305 锡丝 0.8 mm|SAC305 solder wire 0.8 mm', 358, metal('wire', 'SAC305', '217–220', 'rma', '0.8', '临川', 'LC-W08')),
  solder.supply('有铅锡丝 Sn63Pb37 1.0 mm，维修用|Sn63Pb37 wire 1.0 mm for repair', 186, `${metal('wire', 'Sn63Pb37', '183', 'ra', '1.0', '临川', 'LC-63')}; envCompliance=reach`),
  solder.supply('BGA 锡球 SAC305 0.3 mm|BGA solder balls SAC305 0.3 mm', 1350, metal('ball', 'SAC305', '217–220', '', '0.3', '松湖', 'SH-B03')),
  solder.supply('無鉛錫線 0.6 mm，現貨|Lead-free wire 0.6 mm, in stock|無鉛錫線 0.6 mm，現貨', 420, metal('wire', 'SAC305', '217–220', 'rma', '0.6', '觀塘', 'KT-06')),
  solder.demand('求购 SAC305 锡膏，月用 600 公斤|Wanted: SAC305 paste, 600 kg a month', 420, paste('SAC305', '217–220', 'T4', 'rol0', 190, 88.5, 'jar_500g', '不限', '305'), { moq: 600 }),
  solder.demand('求购波峰焊无铅锡条|Wanted: lead-free bars for wave soldering', 258, metal('bar', 'Sn99.3Cu0.7', '227', '', '', '不限', 'BAR'), { moq: 2_000 }),
  solder.demand('求购低温锡膏，柔性灯带|Wanted: low-temperature paste for flexible strips', 290, paste('Sn42Bi58', '138', 'T4', 'rol0', 170, 89, 'jar_500g', '不限', 'LT'), { moq: 200 }),
  solder.demand('求购维修用锡丝|Wanted: solder wire for repair', 350, metal('wire', 'SAC305', '217–220', 'rma', '0.8', '不限', 'WIRE'), { moq: 50 }),
];

const gas = table('gas_chemical', { measure: 'kg', moq: 40, leadTimeDays: 10, capacity: 50_000, certificates: 'iso9001 hazchem_permit' }, 'envCompliance=rohs; sampleAvailable=no; shelfLifeMonths=12 个月; storageCondition=阴凉通风专用库');
const fluid = (substance: string, cas: string, purity: string, semi: string, impurities: string, vessel: string, fill: number, valve: string, un: string, hazard: string, transport: string, standard: string) =>
  `substance=${substance}; cas=${cas}; purityN=${purity}; ${semi ? `semiGrade=${semi}; ` : ''}impurities=${impurities}; vessel=${vessel}; fill=${fill} kg; ${valve ? `valve=${valve}; ` : ''}unNo=${un}; hazard=${hazard}; dgTransport=${transport}; ${vessel === 'tanker' ? '' : `retTerms=${vessel === 'ibc' ? 'IBC 桶' : '钢瓶'}押金，60 天内归还; `} permit=yes; execStandard=${standard}; brand=自产; model=${substance.toUpperCase()}-${purity}`;
const fluids: DemoListing[] = [
  gas.supply('三氟化氮 NF₃ 4N 47 L|Nitrogen trifluoride NF₃ 4N, 47 L', 118, fluid('nf3', '7783-54-2', '4N', '', 'CF₄ ≤ 20000, O₂+Ar ≤ 5000', '47', 22, 'diss', 'UN 2451', '2.2 5.1', 'dg_truck', 'GB/T 21287')),
  gas.supply('六氟化钨 WF₆ 5N5|Tungsten hexafluoride WF₆ 5N5', 690, fluid('wf6', '7783-82-6', '5N5', '', 'HF ≤ 1000', '47', 50, 'diss', 'UN 2196', '2.3 8', 'dg_truck', 'GB/T 32386')),
  gas.supply('高纯笑气 N₂O 5N|Nitrous oxide N₂O 5N', 46, fluid('n2o', '10024-97-2', '5N', '', 'NO+NO₂ ≤ 500', '47', 25, 'cga', 'UN 1070', '2.2 5.1', 'dg_truck', 'GB/T 14600')),
  gas.supply('高纯氨 NH₃ 7N，LED 外延用|Ammonia NH₃ 7N for LED epitaxy', 38, fluid('nh3', '7664-41-7', '7N', '', 'H₂O ≤ 50, O₂ ≤ 20', '440', 200, 'diss', 'UN 1005', '2.3 8', 'dg_truck', 'GB/T 14601')),
  gas.supply('硅烷 SiH₄ 6N|Silane SiH₄ 6N', 230, fluid('sih4', '7803-62-5', '6N', '', 'H₂O ≤ 100', '47', 10, 'diss', 'UN 2203', '2.1', 'dg_truck', 'GB/T 15909')),
  gas.supply('电子级硫酸 G5 槽车|Electronic-grade sulphuric acid G5 by tanker', 4.2, fluid('h2so4', '7664-93-9', '5N', 'G5', '单金属 ≤ 0.01', 'tanker', 20_000, '', 'UN 1830', '8', 'tanker', 'GB/T 41881')),
  gas.supply('电子级双氧水 31 % G4|Hydrogen peroxide 31 % G4', 5.6, fluid('h2o2', '7722-84-1', '4N', 'G4', '单金属 ≤ 0.1', 'ibc', 1_000, '', 'UN 2014', '5.1 8', 'dg_truck', 'HG/T 5747')),
  gas.supply('异丙醇 IPA G3 200 L 桶可换 IBC|Isopropyl alcohol G3', 11.8, fluid('ipa', '67-63-0', '4N', 'G3', '水分 ≤ 50000, 单金属 ≤ 1', 'ibc', 780, '', 'UN 1219', '3', 'dg_truck', 'SEMI C41')),
  gas.supply('电子级氢氟酸 49 % G5|Hydrofluoric acid 49 % G5', 9.4, fluid('hf', '7664-39-3', '5N', 'G5', '单金属 ≤ 0.01', 'ibc', 1_100, '', 'UN 1790', '8', 'dg_truck', 'SEMI C28')),
  gas.demand('求购高纯氨 7N，月用 30 吨|Wanted: ammonia 7N, 30 t a month', 36, fluid('nh3', '7664-41-7', '7N', '', 'H₂O ≤ 50', '440', 200, 'diss', 'UN 1005', '2.3 8', 'dg_truck', 'GB/T 14601'), { moq: 30_000 }),
  gas.demand('求购 G4 双氧水与硫酸|Wanted: G4 hydrogen peroxide and sulphuric acid', 5, fluid('h2o2', '7722-84-1', '4N', 'G4', '单金属 ≤ 0.1', 'ibc', 1_000, '', 'UN 2014', '5.1 8', 'dg_truck', 'HG/T 5747'), { moq: 5_000 }),
  gas.demand('求购铜箔处理用电子级硫酸|Wanted: sulphuric acid for foil treatment', 3.8, fluid('h2so4', '7664-93-9', '4N', 'G3', '单金属 ≤ 1', 'tanker', 20_000, '', 'UN 1830', '8', 'tanker', 'GB/T 41881'), { moq: 40_000 }),
];

const part = table('component', { measure: 'thousand_pieces', moq: 10, leadTimeDays: 3, capacity: 60_000, certificates: 'iso9001 rohs' }, 'envCompliance=rohs reach halogen_free; sampleAvailable=yes; shelfLifeMonths=24 个月; storageCondition=5–40 °C，相对湿度 ≤ 60 %');
const partStandards: Record<string, string> = { resistor: 'IEC 60115', capacitor: 'IEC 60384', inductor: 'IEC 62024', diode: 'IEC 60747', connector: 'IEC 62680', protection: 'IEC 61051' };
const made = (number: string, kind: string, pack: string, mounting: string, temp: string, tolerance: number | null, brand: string) =>
  `partNumber=${number}; componentKind=${kind}; package=${pack}; mounting=${mounting}; operatingTemp=${temp} °C; execStandard=${partStandards[kind]!}; ${tolerance === null ? '' : `tolerance=±${tolerance} %; `} brand=${brand}; model=${number}`;
// Numbers of an invented maker: no real catalogue is repeated here.
const parts: DemoListing[] = [
  part.supply('厚膜贴片电阻 10 kΩ 1 % 0603|Thick-film resistor 10 kΩ 1 % 0603', 3.6, made('GWR0603F1002', 'resistor', '0603', 'smd', '-55–155', 1, '赣湾样例')),
  part.supply('精密电阻 4.7 kΩ 0.1 % 0805|Precision resistor 4.7 kΩ 0.1 % 0805', 42, made('GWR0805B4701', 'resistor', '0805', 'smd', '-55–155', 0.1, '赣湾样例')),
  part.supply('MLCC 100 nF 50 V X7R 0402|MLCC 100 nF 50 V X7R 0402', 5.8, made('GWC0402X7R104', 'capacitor', '0402', 'smd', '-55–125', 10, '赣湾样例')),
  part.supply('MLCC 10 µF 25 V X5R 0805|MLCC 10 µF 25 V X5R 0805', 38, made('GWC0805X5R106', 'capacitor', '0805', 'smd', '-55–85', 20, '赣湾样例')),
  part.supply('功率电感 4.7 µH 6 A|Power inductor 4.7 µH 6 A', 260, made('GWL0630H4R7M', 'inductor', '0630', 'smd', '-40–125', 20, '赣湾样例')),
  part.supply('肖特基二极管 40 V 3 A|Schottky diode 40 V 3 A', 96, made('GWD340SMA', 'diode', 'SMA', 'smd', '-55–150', null, '赣湾样例')),
  part.supply('USB Type-C 母座 16P|USB Type-C receptacle 16P', 310, made('GWU16PC-31', 'connector', 'SMD', 'smd', '-40–85', null, '赣湾样例')),
  part.supply('壓敏電阻 14D471K，現貨|Varistor 14D471K, in stock|壓敏電阻 14D471K，現貨', 330, made('GWV14D471K', 'protection', '14D', 'tht', '-40–85', 10, '贛灣樣例')),
  part.demand('求购 MLCC 0402 104，月用 2 亿颗|Wanted: MLCC 0402 100 nF, 200 million a month', 5.2, made('0402X7R104', 'capacitor', '0402', 'smd', '-55–125', 10, '不限'), { moq: 200_000 }),
  part.demand('採購 Type-C 母座，轉口|Wanted: Type-C receptacles|採購 Type-C 母座，轉口', 330, made('TYPEC-16P', 'connector', 'SMD', 'smd', '-40–85', null, '不限'), { moq: 50 }),
  part.demand('求购功率电感，保护板用|Wanted: power inductors', 250, made('0630-4R7', 'inductor', '0630', 'smd', '-40–125', 20, '不限'), { moq: 300 }),
];

export const componentListings = [...parts, ...wafers, ...leds, ...magnets, ...solders, ...fluids];

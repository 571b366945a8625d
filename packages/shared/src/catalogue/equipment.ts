import { int, many, num, one, range, same, text } from './attribute.ts';

/** EQ-0: what every machine says. */
export const equipmentBase = [
  text('facet', 'machineType', '设备类别|設備類別|Machine type', { heldBy: 'subFamily' }),
  text('facet', 'eqBrand', '设备品牌|設備品牌|Brand'),
  text('facet', 'eqModel', '设备型号|設備型號|Model'),
  int('facet', 'year', '出厂年份|出廠年份|Year built', '1', { min: 1950, max: 2100, example: '2022' }),
  one('facet', 'condition', '新旧程度|新舊程度|Condition', { new: '全新|全新|New', used: '二手|二手|Used', refurbished: '翻新|翻新|Refurbished', demo: '样机|樣機|Demonstration machine' }),
  int('sort', 'hours', '已用时长|已用時長|Hours used', 'h', { min: 0, max: 500000, example: '3200' }),
  num('facet', 'throughput', '产能|產能|Throughput', '/h', { min: 0, max: 1e8, example: '42000 CPH' }),
  num('facet', 'precision', '精度|精度|Precision', 'um', { min: 0, max: 100000, example: '±25 µm' }),
  num('facet', 'power', '额定功率|額定功率|Rated power', 'kW', { min: 0, max: 100000, example: '7.5 kW' }),
  one('facet', 'supply', '电源规格|電源規格|Power supply', { v220_1_50: '220 V/1~/50 Hz', v220_1_60: '220 V/1~/60 Hz', v380_3_50: '380 V/3~/50 Hz', v380_3_60: '380 V/3~/60 Hz' }),
  text('show', 'footprint', '外形尺寸(mm)|外形尺寸(mm)|Footprint (mm)', { example: '1500×1650×1500' }),
  num('sort', 'weight', '重量|重量|Weight', 'kg', { min: 0, max: 1e6, example: '1800 kg' }),
  text('facet', 'controller', '控制系统|控制系統|Controller'),
  many('facet', 'interfaces', '通信接口|通訊接口|Interfaces', { smema: 'SMEMA', secs_gem: 'SECS/GEM', opc_ua: 'OPC-UA', modbus: 'Modbus' }),
  many('facet', 'safetyCerts', '安全认证|安全認證|Safety certificates', { ce: 'CE', ccc: 'CCC', semi_s2: 'SEMI S2', agri_appraisal: '农机推广鉴定|農機推廣鑒定|Agricultural machine appraisal' }),
  int('facet', 'warranty', '质保期|保用期|Warranty', 'month', { min: 0, max: 240, example: '12' }),
  many('facet', 'afterSales', '售后服务|售後服務|After-sales', { installation: '安装调试|安裝調試|Installation', training: '培训|培訓|Training', spare_parts: '备件|備件|Spare parts', on_site: '驻场|駐場|On site', remote: '远程|遙距|Remote' }),
  int('facet', 'responseHours', '响应时间|響應時間|Response time', 'h', { min: 0, max: 2160, example: '24' }),
  one('show', 'export', '出口管制核查|出口管制核查|Export-control check', { not_applicable: '不适用|不適用|Not applicable', pending: '核查中|核查中|Pending', cleared: '已核查|已核查|Cleared' }),
] as const;

/** Surface-mount machines. Real output is about 0.65 of rated CPH. */
export const smt = [
  num('facet', 'smtAcc', '贴装精度|貼裝精度|Placement accuracy', 'um', { min: 0, max: 1000, example: '±30 µm' }),
  one('facet', 'smtMinPart', '最小元件|最小元件|Smallest part', same('008004', '01005', '0201', '0402')),
  text('show', 'smtPcb', '最大PCB尺寸(mm)|最大PCB尺寸(mm)|Max PCB (mm)', { example: '510×460' }),
  int('facet', 'smtFeeders', '供料器站位(8 mm)|供料器站位(8 mm)|Feeder slots (8 mm)', '1', { min: 0, max: 1000, example: '120' }),
] as const;

const waferSize = one('facet', 'waferSize', '适用晶圆|適用晶圓|Wafer size', { '4': '4英寸|4吋|4 inch', '6': '6英寸|6吋|6 inch', '8': '8英寸|8吋|8 inch', '12': '12英寸|12吋|12 inch' });

/** Lithography, etching and the other front-end machines. */
export const semiconductor = [
  num('facet', 'lithoRes', '分辨率|分辨率|Litho resolution', 'um', { min: 0.001, max: 100, example: '0.8 µm' }),
  num('facet', 'lithoOvl', '套刻精度|套刻精度|Litho overlay', 'nm', { min: 0, max: 100000, example: '≤ 100 nm' }),
  num('facet', 'etchRate', '刻蚀速率|刻蝕速率|Etch rate', 'nm/min', { min: 0, max: 1e6, example: '300 nm/min' }),
  waferSize,
] as const;

export const dieBonding = [
  num('facet', 'dieAcc', '固晶精度|固晶精度|Die-bond accuracy', 'um', { min: 0, max: 1000, example: '±25 µm' }),
  num('facet', 'dieUph', '固晶速度|固晶速度|Die-bond UPH', '/h', { min: 0, max: 1e6, example: '18000 UPH' }),
  range('facet', 'dieSize', '芯片范围|晶片範圍|Die size range', 'mm', { min: 0.01, max: 100, example: '0.15–5 mm' }),
  range('sort', 'bondForce', '固晶压力|固晶壓力|Bond force', 'gf', { min: 0, max: 100000, example: '20–500 gf' }),
  waferSize,
] as const;

export const injectionMoulding = [
  num('facet', 'clamp', '锁模力|鎖模力|Clamp force', 'kN', { min: 1, max: 100000, example: '1600 kN' }),
  num('facet', 'shotW', '射胶量|射膠量|Shot weight', 'g', { min: 0.1, max: 200000, example: '320 g' }),
  text('show', 'tieBar', '拉杆内距(mm)|拉桿內距(mm)|Tie-bar spacing (mm)', { example: '460×460' }),
  one('facet', 'driveType', '驱动方式|驅動方式|Drive', { hydraulic: '液压|液壓|Hydraulic', electric: '全电动|全電動|All-electric', hybrid: '混合|混合|Hybrid' }),
] as const;

export const cnc = [
  int('facet', 'axes', '轴数|軸數|CNC axes', '1', { min: 1, max: 12, example: '5' }),
  text('show', 'travel', '行程XYZ(mm)|行程XYZ(mm)|Travel XYZ (mm)', { example: '800×500×500' }),
  num('facet', 'spindle', '主轴转速|主軸轉速|Spindle speed', 'rpm', { min: 1, max: 500000, example: '12000 rpm' }),
  num('facet', 'repeat', '重复定位精度|重複定位精度|Repeatability', 'mm', { min: 0, max: 5, example: '0.003 mm' }),
] as const;

/** How much goes through a machine that is fed by weight. */
const massThroughput = num('facet', 'massThroughput', '处理能力|處理能力|Throughput by weight', 't/h', { min: 0, max: 100000, example: '1.5 t/h' });
const dryCap = num('facet', 'dryCap', '烘干批量|烘乾批量|Dryer batch', 't', { min: 0, max: 1000, example: '12 t' });

/** NY/T 1640-2021 main classes. */
export const agricultural = [
  one('facet', 'agriClass', '农机分类|農機分類|Agri-machine class', { tillage: '耕整地机械|耕整地機械|Tillage', planting: '种植施肥机械|種植施肥機械|Planting and fertilising', care: '田间管理机械|田間管理機械|Field care', irrigation: '灌溉机械|灌溉機械|Irrigation', harvest: '收获机械|收割機械|Harvesting', postharvest: '农产品初加工机械|農產品初加工機械|Primary processing', livestock: '畜牧机械|畜牧機械|Livestock', aquaculture: '水产机械|水產機械|Aquaculture', power: '农用动力机械|農用動力機械|Tractors and power', greenhouse: '设施农业设备|設施農業設備|Protected agriculture' }),
  num('facet', 'workWidth', '作业幅宽|作業幅寬|Working width', 'm', { min: 0.05, max: 50, example: '1.8 m' }),
  num('facet', 'fieldRate', '作业效率|作業效率|Field rate', 'hm2/h', { min: 0, max: 100, example: '0.6 hm²/h' }),
  text('facet', 'subsidy', '补贴档次|補貼檔次|Subsidy band'),
  dryCap,
  massThroughput,
] as const;

export const coldChain = [
  dryCap,
  massThroughput,
  range('facet', 'coolTemp', '温度范围|溫度範圍|Temperature range', 'degC', { min: -200, max: 300, example: '-18–4 °C' }),
  num('facet', 'coolVolume', '有效容积|有效容積|Usable volume', 'm3', { min: 0, max: 1e6, example: '60 m³' }),
] as const;

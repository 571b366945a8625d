import { creditCodeCheck } from '@ganwan/shared/places/identity';
import type { LocalText } from '@ganwan/shared/values';

/** An example enterprise. Every name ends in （示例） or (example): none is a real company. */
export interface DemoEnterprise {
  key: string;
  region: string;
  names: LocalText;
  chains: string[];
  about: LocalText;
  registration: { market: 'mainland' | 'hongkong' | 'macao'; number: string };
  /** Sub-families it sells and buys: the same firm may do both. */
  sells: string[];
  buys: string[];
}

type Row = [region: string, name: string, hant: string, english: string, chains: string, sells: string, buys: string, about: string];

// Hong Kong and Macao firms write their name in traditional characters first.
const rows: Row[] = [
  ['360100', '洪都芯光半导体', '', 'Hongdu Chiplight Semiconductor', 'electronics', 'led_chip wafer', 'gas_chemical semiconductor_machine', '做蓝绿光 LED 外延和芯片，月产 30 万片当量，车规和 Mini LED 都有量产。'],
  ['360100', '赣鄱智能终端', '', 'Ganpo Smart Terminals', 'electronics', 'pcb', 'smt_machine terminal_machine solder led_chip component', '手机和平板整机代工，长期采购锡膏、LED 灯珠和贴片设备。'],
  ['360100', '鄱阳湖水产联合社', '', 'Poyang Lake Aquatic Union', 'food', 'aquatic', 'cold_chain_machine', '湖区三十二户养殖户联合，草鱼、鳙鱼、鳜鱼，活水车直送。'],
  ['360100', '瑶湖航空精密', '', 'Yaohu Aviation Precision', 'aviation equipment', 'cnc_machine', 'magnet testing_machine', '航空结构件加工，五轴设备 40 台。'],
  ['360200', '昌江精陶电子', '', 'Changjiang Fine Ceramics', 'electronics building_materials', 'pcb wafer', 'copper_foil cnc_machine', '氧化铝、氮化铝陶瓷基板，给功率模块和 LED 配套。'],
  ['360200', '浮梁高山茶社', '', 'Fuliang Highland Tea', 'food', 'tea', '', '海拔六百米以上茶园一千二百亩，浮梁茶、红茶为主。'],
  ['360300', '武功山生态农业', '', 'Wugong Mountain Farms', 'food', 'vegetable livestock', 'agri_machine', '高山蔬菜和土猪，自有屠宰配送。'],
  ['360300', '萍川电子化学', '', 'Pingchuan Electronic Chemicals', 'petrochem electronics', 'gas_chemical', 'testing_machine', '湿电子化学品，硫酸、双氧水、异丙醇，G3 至 G5。'],
  ['360400', '浔阳特气', '', 'Xunyang Specialty Gases', 'petrochem', 'gas_chemical', '', '三氟化氮、六氟化钨、笑气，长江边有危化品码头仓。'],
  ['360400', '庐山云雾茶业', '', 'Lushan Cloud Tea', 'food', 'tea', 'agri_machine', '云雾绿茶，自有初制厂。'],
  ['360400', '修水蜂缘', '', 'Xiushui Bee Bond', 'food', 'bee', '', '山区蜂场联营，荆条蜜、百花蜜、蜂王浆。'],
  ['360500', '仙女湖锂能设备', '', 'Fairy Lake Lithium Machines', 'new_energy equipment', 'lithium_machine', 'copper_foil photovoltaic_machine', '锂电前段涂布、分切设备，也做翻新。'],
  ['360500', '渝水蜜橘合作社', '', 'Yushui Mandarin Co-op', 'food', 'fruit', 'agri_machine', '新余蜜橘两千八百亩，十月到十二月供应。'],
  ['360600', '信江铜箔材料', '', 'Xinjiang River Copper Foil', 'nonferrous electronics', 'copper_foil', 'testing_machine', '标准铜箔和锂电铜箔，年产三万五千吨，按铜价加加工费报价。'],
  ['360600', '龙虎山铜业新材', '', 'Longhu Copper Materials', 'nonferrous', 'copper_foil', 'cnc_machine', '压延铜箔与铜带，挠性板用。'],
  ['360600', '余江雕刻数控', '', 'Yujiang Engraving CNC', 'equipment', 'cnc_machine', 'magnet', '雕铣机和小型加工中心，木雕之乡的老厂转型。'],
  ['360700', '赣江新材', '', 'Gan River Materials', 'nonferrous electronics', 'copper_foil copper_clad', 'gas_chemical', '反转铜箔与中高 Tg 覆铜板，章贡区工厂，深圳设办事处。'],
  ['360700', '章贡稀磁科技', '', 'Zhanggong Rare-Earth Magnets', 'nonferrous', 'magnet', 'testing_machine', '烧结钕铁硼，N35 到 N52、SH、UH，镀层和充磁自己做。'],
  ['360700', '龙南永磁', '', 'Longnan Permanent Magnets', 'nonferrous', 'magnet', '', '电机磁瓦，家电和新能源车用。'],
  ['360700', '信丰橙乡合作社', '', 'Xinfeng Navel Orange Co-op', 'food', 'fruit', 'cold_chain_machine agri_machine', '赣南脐橙六千亩，湾区“菜篮子”生产基地，冷链班车每天发深圳。'],
  ['360700', '寻乌果业联社', '', 'Xunwu Fruit Union', 'food', 'fruit', '', '脐橙、百香果，自有分选线。'],
  ['360700', '宁都黄鸡养殖', '', 'Ningdu Yellow Chicken', 'food', 'poultry', 'cold_chain_machine', '宁都黄鸡地理标志，年出栏三百万羽，供港澳备案。'],
  ['360700', '赣县兴田蔬菜', '', 'Ganxian Xingtian Vegetables', 'food', 'vegetable', 'cold_chain_machine', '供港澳备案菜场，菜心、芥蓝、丝瓜，当日采当日发。'],
  ['360700', '于都梾木油坊', '', 'Yudu Camellia Oil', 'food', 'oil', '', '油茶林两万亩，低温压榨山茶油。'],
  ['360700', '安远芯板电路', '', 'Anyuan Board Circuits', 'electronics', 'pcb', 'copper_clad solder pcb_machine', '双面和多层板，月产六万平方米。'],
  ['360800', '庐陵线路板', '', 'Luling Printed Circuits', 'electronics', 'pcb', 'copper_foil copper_clad pcb_machine', '通孔多层板和 HDI，汽车电子占四成。'],
  ['360800', '吉泰覆铜板', '', 'Jitai Laminates', 'electronics', 'copper_clad', 'copper_foil', 'FR-4、无卤和高频板材，吉安本地线路板厂配套。'],
  ['360800', '井冈光电', '', 'Jinggang Optoelectronics', 'electronics', 'led_chip', 'led_machine', '倒装和 Mini LED 芯片，直显和背光。'],
  ['360800', '泰和乌鸡社', '', 'Taihe Black-bone Chicken', 'food', 'poultry', '', '泰和乌鸡保种与养殖，冷鲜和活禽。'],
  ['360800', '万安湖渔业', '', "Wan'an Lake Fishery", 'food', 'aquatic', '', '大水面生态鱼，鳙鱼、鳊鱼。'],
  ['360900', '宜春锂电材料', '', 'Yichun Lithium Materials', 'new_energy', 'copper_foil', 'lithium_machine', '锂电铜箔和极片配套。'],
  ['360900', '丰城富硒农场', '', 'Fengcheng Selenium Farm', 'food', 'grain vegetable', 'agri_machine', '富硒大米、富硒蔬菜，检测报告每季更新。'],
  ['360900', '樟树牧业', '', 'Zhangshu Livestock', 'food', 'livestock', '', '生猪年出栏十二万头，供深供港都做。'],
  ['361000', '南丰蜜桔庄', '', 'Nanfeng Tangerine Estate', 'food', 'fruit', '', '南丰蜜桔，小果型，十一月起供应。'],
  ['361000', '抚河乳业', '', 'Fuhe Dairy', 'food', 'dairy', 'cold_chain_machine', '本地牧场鲜奶，巴氏奶与酸奶，保鲜期短，只走冷链。'],
  ['361000', '临川焊锡', '', 'Linchuan Solder', 'nonferrous electronics', 'solder', '', '无铅锡条、锡丝、锡膏，SAC305 常备。'],
  ['361100', '三清光伏装备', '', 'Sanqing Photovoltaic Machines', 'new_energy equipment', 'photovoltaic_machine', '', '光伏串焊与分选设备，整线翻新。'],
  ['361100', '怀玉山油茶粮油', '', 'Huaiyu Grain and Oil', 'food', 'oil grain', 'cold_chain_machine', '菜籽油、山茶油、再生稻大米。'],
  ['JX-GJ', '赣江新区中药食品', '', 'Ganjiang Herbal Foods', 'food pharma', 'bee dairy', 'testing_machine', '药膳食品、蜂制品、羊奶粉。'],
  ['JX-GJ', '儒乐湖检测装备', '', 'Rulehu Inspection Systems', 'equipment electronics', 'testing_machine pcb_machine', '', 'AOI、X 射线和粗糙度测量设备。'],
  ['440100', '羊城餐饮供应链', '', 'Yangcheng Catering Supply', 'food', '', 'vegetable livestock poultry aquatic', '连锁餐饮中央厨房，日用菜四十吨。'],
  ['440100', '黄埔晶圆设备', '', 'Huangpu Wafer Tools', 'equipment electronics', 'semiconductor_machine', 'wafer', '二手与翻新光刻、刻蚀设备，带安装调试。'],
  ['440100', '珠江粮油贸易', '', 'Pearl River Grain Trading', 'food', 'grain', 'grain oil tea', '粮油批发与团餐供应。'],
  ['440300', '前海精密线路', '', 'Qianhai Precision Circuits', 'electronics', 'pcb', 'copper_foil copper_clad solder', '样板和中小批量线路板，对铜箔粗糙度要求高。'],
  ['440300', '南山芯源科技', '', 'Nanshan Chipsource', 'electronics', 'wafer component', 'led_chip magnet gas_chemical', '功率器件设计，外延片与耗材采购。'],
  ['440300', '宝安贴装设备', '', "Bao'an Placement Machines", 'equipment electronics', 'smt_machine terminal_machine', '', '贴片机、回流焊、二手整线，驻场调机。'],
  ['440300', '深圳湾鲜配', '', 'Shenzhen Bay Fresh', 'food', '', 'fruit vegetable dairy poultry', '社区生鲜，圳品专柜，收货要检测报告。'],
  ['440300', '坪山电机', '', 'Pingshan Motors', 'equipment new_energy', '', 'magnet cnc_machine pcb', '新能源车驱动电机，月用磁瓦六十万片。'],
  ['440300', '光明固晶自动化', '', 'Guangming Die-Bond Automation', 'equipment electronics', 'led_machine', 'led_chip', '固晶机和点胶机，Mini LED 产线。'],
  ['440400', '横琴冷链', '', 'Hengqin Cold Chain', 'equipment food', 'cold_chain_machine', 'aquatic fruit', '冷库、预冷和移动冷箱，也做澳门配送。'],
  ['440400', '斗门水产加工', '', 'Doumen Aquatic Processing', 'food', 'aquatic', 'cold_chain_machine', '白蕉海鲈，冰鲜和冷冻。'],
  ['440600', '顺德注塑机械', '', 'Shunde Moulding Machines', 'equipment', 'injection_machine', 'magnet', '90 至 2200 吨注塑机，家电行业多。'],
  ['440600', '南海铝基板', '', 'Nanhai Metal-Core Boards', 'electronics', 'copper_clad', 'copper_foil', '铝基覆铜板，照明和电源。'],
  ['440700', '江门五邑粮仓', '', 'Wuyi Granary', 'food', 'grain', 'oil grain', '台山大米和陈皮，也收赣南山茶油。'],
  ['440700', '蓬江精密模塑', '', 'Pengjiang Precision Moulding', 'equipment', '', 'injection_machine solder', '小家电外壳注塑，二十台机。'],
  ['441200', '肇庆西江畜禽', '', 'Xijiang Livestock', 'food', 'livestock poultry', 'agri_machine', '生猪和清远麻鸡，配送佛山广州。'],
  ['441300', '惠州大亚电子', '', 'Daya Electronics Huizhou', 'electronics', 'pcb', 'solder smt_machine terminal_machine copper_clad component', '电池保护板与控制板。'],
  ['441300', '罗浮山农机', '', 'Luofu Farm Machinery', 'equipment', 'agri_machine', '', '旋耕机、植保无人机、果蔬分选线。'],
  ['441900', '东莞松湖焊接材料', '', 'Songhu Soldering Materials', 'electronics nonferrous', 'solder', '', '锡膏、锡球，低温与高可靠系列。'],
  ['441900', '虎门数控', '', 'Humen CNC', 'equipment', 'cnc_machine pcb_machine', '', '高速雕铣、五轴联动，3C 结构件。'],
  ['441900', '常平食材配送', '', 'Changping Food Delivery', 'food', '', 'livestock vegetable grain dairy', '工厂食堂配送，日服务八万人。'],
  ['442000', '中山照明科技', '', 'Zhongshan Lighting Tech', 'electronics', '', 'led_chip copper_clad', '灯饰之都的光源厂，月用芯片四亿颗。'],
  ['442000', '小榄电机五金', '', 'Xiaolan Motor Works', 'equipment', '', 'magnet injection_machine', '风机电机，磁瓦和注塑件采购。'],
  ['810000', '港島鮮活食品', '港島鮮活食品', 'Island Fresh Foods', 'food', '', 'fruit vegetable livestock poultry aquatic', '供應酒店及茶樓，來貨須有備案及化驗報告。'],
  ['810000', '觀塘電子元件', '觀塘電子元件', 'Kwun Tong Components', 'electronics', 'solder component', 'pcb magnet wafer component', '電子元件貿易，轉口東南亞。'],
  ['810000', '荃灣科儀', '荃灣科儀', 'Tsuen Wan Instruments', 'equipment', 'testing_machine', 'pcb', '量測儀器代理，提供校準及驗貨。'],
  ['810000', '維港茶莊', '維港茶莊', 'Harbour Tea House', 'food', '', 'tea bee oil', '茶葉零售及餐飲，收購江西高山茶。'],
  ['820000', '濠江食品批發', '濠江食品批發', 'Hou Kong Food Wholesale', 'food', '', 'vegetable poultry aquatic grain', '澳門街市及酒店供貨。'],
  ['820000', '氹仔健康食品', '氹仔健康食品', 'Taipa Health Foods', 'food pharma', 'bee', 'bee dairy tea', '中醫藥及大健康食品，採購蜂產品及藥膳原料。'],
];

const example = (text: string): string => `${text}（示例）`;

/** A number of the right form and check digit, with DEMA where a real register would never put it. */
function registration(region: string, at: number): DemoEnterprise['registration'] {
  if (region === '810000') return { market: 'hongkong', number: String(99_000_000 + at) };
  if (region === '820000') return { market: 'macao', number: `${90_000 + at}SO` };
  const first17 = `91${region === 'JX-GJ' ? '360100' : region}MADEMA${String(at).padStart(3, '0')}`;
  return { market: 'mainland', number: first17 + creditCodeCheck(first17)! };
}

export const demoEnterprises: DemoEnterprise[] = rows.map(([region, name, hant, english, chains, sells, buys, about], at) => ({
  key: `e${at + 1}`,
  region,
  names: { ...(hant ? { 'zh-Hant': example(hant) } : { 'zh-Hans': example(name) }), en: `${english} (example)` },
  chains: chains.split(' '),
  about: hant ? { 'zh-Hant': about } : { 'zh-Hans': about },
  registration: registration(region, at + 1),
  sells: sells.split(' ').filter(Boolean),
  buys: buys.split(' ').filter(Boolean),
}));

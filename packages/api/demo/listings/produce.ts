import { table, type DemoListing } from './model.ts';

const all = '1 2 3 4 5 6 7 8 9 10 11 12';
const fresh = 'testReport=yes; complianceCert=yes; base=yes; traceCode=https://example.org/trace/';

const greens = table('vegetable', { measure: 'kg', moq: 300, leadTimeDays: 1, capacity: 90_000, certificates: 'gba_basket hk_macao_filing' }, `${fresh}veg; packing=crate; netWeight=10 kg; harvestHours=≤ 8 h`);
/** Leafy 0–2 °C, roots 3–5 °C, solanaceous 8–10 °C, gourds 10–12 °C, beans 4–6 °C: the cold chain's defaults. */
const kept = { leaf: 'tempRange=0–2 °C; humidity=90–95 %; shelfDays=8', root: 'tempRange=3–5 °C; humidity=90–95 %; shelfDays=25', nightshade: 'tempRange=8–10 °C; humidity=85–90 %; shelfDays=7', gourd: 'tempRange=10–12 °C; humidity=85–90 %; shelfDays=5', bean: 'tempRange=4–6 °C; humidity=90–95 %; shelfDays=12', mushroom: 'tempRange=0–2 °C; humidity=85–90 %; shelfDays=5', bulb: 'tempRange=-1–0 °C; humidity=65–70 %; shelfDays=80' };
const veg = (variety: string, how: keyof typeof kept, grade: string, piece: string, tonnes: number, loss: number) =>
  `variety=${variety}; grade=${grade}; pieceWeight=${piece} g; annualOutput=${tonnes} t; leafLoss=≤ ${loss} %; ${kept[how]}`;
const vegetables: DemoListing[] = [
  greens.supply('高山菜心，当日采当日发深圳|Highland choy sum, picked and shipped the same day', 6.8, veg('菜心', 'leaf', 'first', '20–45', 1800, 3), { months: '9 10 11 12 1 2 3 4' }),
  greens.supply('芥蓝，供港澳备案菜场|Chinese kale from a base filed for Hong Kong', 7.2, veg('芥蓝', 'leaf', 'first', '30–60', 1200, 4), { months: '10 11 12 1 2 3' }),
  greens.supply('上海青小棠菜|Shanghai bok choy', 4.1, veg('上海青', 'leaf', 'first', '60–120', 2600, 5), { months: all }),
  greens.supply('奶白菜|Milk cabbage', 4.4, veg('奶白菜', 'leaf', 'first', '80–150', 900, 5), { months: '9 10 11 12 1 2 3' }),
  greens.supply('高山娃娃菜|Highland baby cabbage', 3.2, veg('娃娃菜', 'leaf', 'first', '300–500', 3200, 8), { months: '6 7 8 9' }),
  greens.supply('丝瓜，青皮顺直|Loofah, straight and green', 5.6, veg('丝瓜', 'gourd', 'first', '250–400', 1500, 2), { months: '5 6 7 8 9 10' }),
  greens.supply('宁都辣椒，线椒|Ningdu slim chillies', 7.9, veg('线椒', 'nightshade', 'first', '15–30', 5200, 2), { months: '5 6 7 8 9 10 11' }),
  greens.supply('紫长茄|Long purple aubergine', 4.8, veg('紫长茄', 'nightshade', 'first', '180–300', 2100, 2), { months: '5 6 7 8 9 10' }),
  greens.supply('豇豆，嫩荚|Yardlong beans', 8.3, veg('豇豆', 'bean', 'first', '15–25', 1300, 3), { months: '5 6 7 8 9 10' }),
  greens.supply('富硒红薯|Selenium-rich sweet potatoes', 3.6, `${veg('红薯', 'root', 'mixed', '150–400', 4200, 1)}; tempRange=12–15 °C; humidity=85–90 %`, { months: '9 10 11 12 1 2', certificates: 'selenium_rich green_food' }),
  greens.supply('广昌莲藕|Guangchang lotus root', 6.2, veg('白莲藕', 'root', 'first', '600–1200', 2400, 3), { months: '8 9 10 11 12 1' }),
  greens.supply('鲜香菇，六至八分熟|Fresh shiitake', 14.5, veg('香菇', 'mushroom', 'first', '15–30', 800, 2), { months: '10 11 12 1 2 3 4' }),
  greens.supply('高山番茄|Highland tomatoes', 5.9, veg('粉果番茄', 'nightshade', 'first', '150–220', 1700, 2), { months: '6 7 8 9 10' }),
  greens.supply('大蒜头，干蒜 5.5 公分|Dried garlic 5.5 cm', 9.8, `${veg('紫皮蒜', 'bulb', 'first', '50–80', 1100, 1)}; packing=net_bag; harvestHours=≤ 2000 h`, { months: all }),
  greens.demand('求购叶菜类，日均 8 吨，供港标准|Wanted: leafy greens, 8 t a day to Hong Kong limits', 6.2, veg('菜心、芥蓝、小白菜', 'leaf', 'first', '20–120', 2900, 5), { moq: 3000, months: all }),
  greens.demand('採購菜心及芥蘭，每日一車|Wanted: choy sum and kale, one truck daily|採購菜心及芥蘭，每日一車', 8.5, veg('菜心、芥蘭', 'leaf', 'premium', '20–60', 1500, 3), { moq: 2000, months: all }),
  greens.demand('採購絲瓜節瓜，酒店用|Wanted: loofah and hairy gourd for hotels|採購絲瓜節瓜，酒店用', 7, veg('絲瓜、節瓜', 'gourd', 'first', '250–500', 400, 2), { moq: 500, months: '5 6 7 8 9 10' }),
  greens.demand('食堂长期采购根茎类|Canteens want root vegetables', 3, veg('土豆、红薯、萝卜', 'root', 'mixed', '150–500', 3600, 3), { moq: 5000, months: all }),
  greens.demand('求购线椒，中央厨房|Wanted: slim chillies for a central kitchen', 7.5, veg('线椒', 'nightshade', 'first', '15–30', 700, 2), { moq: 1000, months: all }),
  greens.demand('求购圳品叶菜专柜货源|Wanted: Shenzhen-mark greens', 7.8, veg('菜心、油麦菜', 'leaf', 'premium', '20–80', 900, 3), { moq: 800, months: all, certificates: 'shenzhen_mark' }),
];

const orchard = table('fruit', { measure: 'kg', moq: 500, leadTimeDays: 2, capacity: 400_000, certificates: 'gba_basket geographical_indication' }, `${fresh}fruit; packing=carton; netWeight=10 kg; tempRange=5–8 °C; humidity=85–90 %; harvestHours=≤ 24 h`);
const fruitOf = (variety: string, grade: string, size: string, piece: string, tonnes: number, brix: number, ratio: number, colour: number, wax: string, days: number) =>
  `variety=${variety}; grade=${grade}; sizeSpec=${size} mm; pieceWeight=${piece} g; annualOutput=${tonnes} t; brix=≥ ${brix} %; acidRatio=≥ ${ratio}; colourRate=≥ ${colour} %; waxed=${wax}; shelfDays=${days}`;
const fruits: DemoListing[] = [
  orchard.supply('赣南脐橙 特等 70–85 mm|Gannan navel oranges, premium 70–85 mm', 7.6, fruitOf('纽荷尔脐橙', 'premium', '70–85', '220–300', 9000, 12, 11, 92, 'no', 60), { months: '11 12 1 2' }),
  orchard.supply('赣南脐橙 一等 65–75 mm，商超装|Gannan navel oranges, first grade', 6.2, fruitOf('纽荷尔脐橙', 'first', '65–75', '140–210', 12000, 11, 10, 85, 'no', 60), { months: '11 12 1 2' }),
  orchard.supply('赣南脐橙 二等，榨汁用|Navel oranges, second grade for juice', 3.4, fruitOf('纽荷尔脐橙', 'second', '55–65', '80–130', 6000, 10, 9, 75, 'no', 45), { months: '11 12 1' }),
  orchard.supply('寻乌晚熟脐橙，三月供应|Late navel oranges for March', 8.8, fruitOf('伦晚脐橙', 'premium', '70–85', '210–290', 1500, 12, 11, 90, 'no', 40), { months: '2 3 4' }),
  orchard.supply('南丰蜜桔 小果 35–45 mm|Nanfeng tangerines 35–45 mm', 5.2, fruitOf('南丰蜜桔', 'first', '35–45', '30–50', 8000, 12, 14, 90, 'no', 30), { months: '11 12 1' }),
  orchard.supply('新余蜜橘 早熟|Xinyu early mandarins', 4.6, fruitOf('新余蜜橘', 'first', '50–60', '65–105', 4000, 11, 12, 85, 'no', 30), { months: '9 10 11' }),
  orchard.supply('马家柚 红心 1.2 公斤|Majia red pomelo', 5.8, fruitOf('马家柚', 'first', '140–160', '1100–1400', 1800, 11, 12, 80, 'no', 90), { months: '10 11 12' }),
  orchard.supply('百香果 紫果|Purple passion fruit', 12.5, fruitOf('紫香', 'first', '50–65', '60–90', 700, 15, 6, 95, 'no', 15), { months: '7 8 9 10 11' }),
  orchard.supply('井冈蜜柚|Jinggang honey pomelo', 4.9, fruitOf('金沙柚', 'first', '130–150', '900–1200', 2300, 11, 13, 80, 'no', 90), { months: '9 10 11' }),
  orchard.supply('高山猕猴桃|Highland kiwifruit', 9.6, `${fruitOf('红阳', 'first', '45–60', '70–100', 500, 15, 11, 60, 'no', 40)}; tempRange=0–2 °C`, { months: '8 9 10' }),
  orchard.supply('翠冠梨|Cuiguan pears', 5.4, `${fruitOf('翠冠', 'first', '75–90', '250–350', 900, 12, 18, 70, 'no', 35)}; tempRange=0–4 °C`, { months: '7 8' }),
  orchard.demand('求购赣南脐橙特等，圳品专柜|Wanted: premium navel oranges with the Shenzhen mark', 7.8, fruitOf('脐橙', 'premium', '70–85', '220–300', 600, 12, 10, 90, 'no', 45), { moq: 5000, months: '11 12 1 2', certificates: 'shenzhen_mark gba_basket' }),
  orchard.demand('採購臍橙，酒店自助餐|Wanted: navel oranges for hotel buffets|採購臍橙，酒店自助餐', 9.5, fruitOf('臍橙', 'first', '65–80', '140–240', 200, 11, 10, 88, 'no', 40), { moq: 1000, months: '11 12 1 2' }),
  orchard.demand('採購南豐蜜桔，賀年禮盒|Wanted: Nanfeng tangerines for New Year boxes|採購南豐蜜桔，賀年禮盒', 8, fruitOf('南豐蜜桔', 'premium', '40–45', '32–45', 120, 12, 14, 92, 'no', 25), { moq: 800, months: '12 1' }),
  orchard.demand('求购榨汁用脐橙，冷链仓收货|Wanted: oranges for juice', 3.2, fruitOf('脐橙', 'second', '55–70', '80–170', 2000, 10, 9, 70, 'no', 30), { moq: 20_000, months: '11 12 1' }),
  orchard.demand('求购百香果，茶饮连锁|Wanted: passion fruit for tea shops', 12, fruitOf('紫香', 'first', '50–65', '60–90', 300, 14, 6, 90, 'no', 12), { moq: 1000, months: '7 8 9 10' }),
];

const tank = table('aquatic', { measure: 'kg', moq: 500, leadTimeDays: 1, capacity: 120_000, certificates: 'gba_basket hk_macao_filing' }, `${fresh}fish; withdrawal=yes; quarantineNo=每批附检疫证明; shelfDays=3; harvestHours=≤ 6 h; grade=first`);
/** A turtle breathes air; what is iced stands in foam boxes, and only there humidity matters. */
const carried: Record<string, string> = { live_truck: 'aquaMode=live_truck; packing=live; netWeight=500 kg', oxygen: 'aquaMode=oxygen; packing=live; netWeight=20 kg', iced: 'aquaMode=iced; packing=foam_box; netWeight=15 kg; humidity=90–95 %', dry: 'packing=live; netWeight=20 kg' };
const fish = (variety: string, piece: string, length: string, tonnes: number, mode: string, temp: string) => `variety=${variety}; pieceWeight=${piece} g; sizeSpec=${length} mm; annualOutput=${tonnes} t; tempRange=${temp} °C; ${carried[mode]!}`;
const fishes: DemoListing[] = [
  tank.supply('鄱阳湖鳙鱼 2.5–4 公斤，活水车|Poyang Lake bighead carp, live', 15.8, fish('鳙鱼', '2500–4000', '500–650', 2600, 'live_truck', '8–18')),
  tank.supply('生态草鱼 2–3 公斤|Grass carp 2–3 kg', 13.2, fish('草鱼', '2000–3000', '450–600', 3800, 'live_truck', '8–18')),
  tank.supply('鳜鱼 500–750 克|Mandarin fish 500–750 g', 62, fish('翘嘴鳜', '500–750', '280–350', 700, 'oxygen', '8–16')),
  tank.supply('万安湖鳊鱼|Wan\'an Lake bream', 18.6, fish('鳊鱼', '600–900', '280–360', 500, 'live_truck', '8–18')),
  tank.supply('黄颡鱼 黄骨鱼|Yellow catfish', 28, fish('黄颡鱼', '100–180', '180–240', 900, 'oxygen', '8–16')),
  tank.supply('清水小龙虾 6–8 钱|Crayfish 30–40 g', 36, fish('克氏原螯虾', '30–40', '90–110', 1200, 'iced', '4–10'), { months: '4 5 6 7 8' }),
  tank.supply('中华鳖 生态甲鱼|Soft-shelled turtle', 96, fish('中华鳖', '750–1200', '160–220', 180, 'dry', '10–20')),
  tank.supply('白蕉海鲈 冰鲜|Sea bass, chilled', 32, fish('海鲈', '600–900', '350–420', 2400, 'iced', '0–4')),
  tank.supply('万安湖有机鳙鱼头|Organic bighead carp heads', 34, `${fish('鳙鱼头', '1500–2500', '250–350', 300, 'iced', '0–4')}; netWeight=10 kg`, { certificates: 'organic' }),
  tank.demand('求购草鱼鳙鱼，日均 6 吨|Wanted: carp, 6 t a day', 13, fish('草鱼、鳙鱼', '1500–4000', '400–650', 2200, 'live_truck', '8–18'), { moq: 3000 }),
  tank.demand('採購活鱖魚，酒樓用|Wanted: live mandarin fish for restaurants|採購活鱖魚，酒樓用', 75, fish('鱖魚', '600–800', '280–350', 60, 'oxygen', '8–16'), { moq: 200 }),
  tank.demand('採購冰鮮水產，街市及酒店|Wanted: chilled fish for markets and hotels|採購冰鮮水產，街市及酒店', 33, fish('海鱸、烏頭', '500–900', '300–420', 150, 'iced', '0–4'), { moq: 300 }),
  tank.demand('求购加工用海鲈原料|Wanted: sea bass for processing', 29, fish('海鲈', '500–800', '320–400', 1000, 'iced', '0–4'), { moq: 5000 }),
];

export const produceListings = [...vegetables, ...fruits, ...fishes];

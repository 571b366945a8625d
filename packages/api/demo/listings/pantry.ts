import { table, type DemoListing } from './model.ts';

/** The pledge certificate goes with what comes from the field or the shed as it is. */
const proofs = (kind: string) => `testReport=yes; ${['oil', 'milk', 'bee'].includes(kind) ? '' : 'complianceCert=yes; '}base=yes; traceCode=https://example.org/trace/${kind}`;

const pigs = table('livestock', { measure: 'kg', moq: 3000, leadTimeDays: 2, capacity: 1_000_000, certificates: 'gba_basket hk_macao_filing' }, `${proofs('pig')}; withdrawal=yes; quarantineNo=每车附动物检疫合格证明; grade=first; humidity=60–80 %; harvestHours=≤ 12 h`);
const animal = (variety: string, breed: string, weight: string, tonnes: number, packing: string, temp: string, days: number, net: number) =>
  `variety=${variety}; breed=${breed}; avgWeight=${weight} kg; pieceWeight=${Number(weight) * 900}–${Number(weight) * 1100} g; annualOutput=${tonnes} t; packing=${packing}; tempRange=${temp} °C; shelfDays=${days}; netWeight=${net} kg`;
const livestock: DemoListing[] = [
  pigs.supply('三元生猪 出栏 115 公斤，供深供港|Live pigs, 115 kg, for Shenzhen and Hong Kong', 15.6, animal('生猪', '杜长大三元', '115', 13000, 'live', '5–25', 2, 115)),
  pigs.supply('武功山土黑猪 100 公斤|Black pigs from Wugong Mountain', 28, animal('土黑猪', '本地黑猪', '100', 600, 'live', '5–25', 2, 100), { moq: 1000 }),
  pigs.supply('冷鲜猪白条|Chilled pork carcasses', 21.4, `${animal('猪白条', '杜长大三元', '85', 9000, 'crate', '0–4', 6, 85)}; avgWeight=115 kg`),
  pigs.supply('锦江黄牛 活牛|Jinjiang yellow cattle', 32, animal('肉牛', '锦江黄牛', '420', 800, 'live', '5–25', 2, 420), { moq: 4000 }),
  pigs.supply('山羊 活羊 30 公斤|Live goats, 30 kg', 46, animal('山羊', '赣西山羊', '30', 240, 'live', '5–25', 2, 30), { moq: 600 }),
  pigs.supply('西江三元猪，佛山屠宰直供|Pigs for Foshan slaughterhouses', 15.9, animal('生猪', '杜长大三元', '120', 8000, 'live', '5–25', 2, 120)),
  pigs.supply('冷鲜猪前腿肉 去骨|Boneless pork shoulder, chilled', 24.8, `${animal('猪前腿', '杜长大三元', '8', 1600, 'vacuum', '0–4', 12, 10)}; avgWeight=115 kg`, { moq: 500 }),
  pigs.demand('求购生猪，月 6,000 头|Wanted: pigs, 6,000 a month', 15.5, animal('生猪', '三元', '115', 8000, 'live', '5–25', 2, 115), { moq: 20_000 }),
  pigs.demand('採購活豬，須有供港備案|Wanted: live pigs from filed farms|採購活豬，須有供港備案', 19.5, animal('活豬', '三元', '110', 2400, 'live', '5–25', 2, 110), { moq: 5000 }),
  pigs.demand('食堂采购冷鲜猪肉，日 9 吨|Canteens want chilled pork, 9 t a day', 21, `${animal('猪白条', '三元', '85', 3200, 'crate', '0–4', 6, 85)}; avgWeight=115 kg`, { moq: 4000 }),
  pigs.demand('求购土黑猪肉，高端商超|Wanted: black pork for premium shops', 42, `${animal('黑猪白条', '本地黑猪', '70', 200, 'crate', '0–4', 6, 70)}; avgWeight=95 kg`, { moq: 600 }),
];

const birds = table('poultry', { measure: 'bird', moq: 1000, leadTimeDays: 2, capacity: 250_000, certificates: 'gba_basket hk_macao_filing geographical_indication' }, `${proofs('bird')}; withdrawal=yes; quarantineNo=每批附检疫证明; grade=first; humidity=60–80 %; harvestHours=≤ 10 h`);
const bird = (variety: string, breed: string, kg: number, days: number, tonnes: number, packing: string, temp: string, keep: number) =>
  `variety=${variety}; breed=${breed}; avgWeight=${packing === 'live' ? kg : Math.round(kg * 14) / 10} kg; pieceWeight=${Math.round(kg * 900)}–${Math.round(kg * 1100)} g; ageDays=${days}; annualOutput=${tonnes} t; packing=${packing}; tempRange=${temp} °C; shelfDays=${keep}; netWeight=${kg} kg`;
const egg = (variety: string, breed: string, cls: string, piece: string, tonnes: number) => `variety=${variety}; breed=${breed}; eggClass=${cls}; pieceWeight=${piece} g; ageDays=220; avgWeight=1.8 kg; annualOutput=${tonnes} t; packing=carton; tempRange=0–8 °C; shelfDays=40; netWeight=${cls === 'l' ? 21.6 : 18} kg`;
const poultry: DemoListing[] = [
  birds.supply('宁都黄鸡 母鸡 120 日龄|Ningdu yellow hens, 120 days', 42, bird('宁都黄鸡', '宁都黄鸡', 1.5, 120, 3000, 'live', '5–25', 2)),
  birds.supply('宁都黄鸡 冷鲜光鸡|Ningdu yellow chicken, chilled', 46, bird('宁都黄鸡光鸡', '宁都黄鸡', 1.2, 120, 1500, 'vacuum', '0–4', 7)),
  birds.supply('泰和乌鸡 活禽|Taihe black-bone chicken, live', 48, bird('泰和乌鸡', '泰和乌鸡', 1.3, 130, 600, 'live', '5–25', 2)),
  birds.supply('泰和乌鸡 冷鲜 HPP 包装|Taihe black-bone chicken, chilled', 56, bird('乌鸡光鸡', '泰和乌鸡', 1, 130, 300, 'map', '0–4', 10)),
  birds.supply('散养麻鸡|Free-range speckled chicken', 36, bird('麻鸡', '崇仁麻鸡', 1.4, 110, 900, 'live', '5–25', 2)),
  birds.supply('清远麻鸡|Qingyuan speckled chicken', 45, bird('清远麻鸡', '清远麻鸡', 1.6, 120, 1800, 'live', '5–25', 2)),
  birds.supply('大余麻鸭 活鸭|Dayu speckled ducks', 33, bird('大余麻鸭', '大余鸭', 1.9, 90, 1100, 'live', '5–25', 2)),
  birds.supply('宁都土鸡蛋 M 级|Free-range eggs, M', 0.95, egg('土鸡蛋', '宁都黄鸡', 'm', '45–55', 900), { measure: 'egg', moq: 3600 }),
  birds.supply('富硒鸡蛋 L 级|Selenium-rich eggs, L', 1.2, egg('富硒鸡蛋', '罗曼褐', 'l', '55–65', 1400), { measure: 'egg', moq: 3600, certificates: 'selenium_rich green_food' }),
  birds.demand('採購黃油雞及宁都黄雞|Wanted: yellow chickens|採購黃油雞及寧都黃雞', 52, bird('黃雞', '寧都黃雞', 1.5, 120, 400, 'live', '5–25', 2), { moq: 2000 }),
  birds.demand('採購冰鮮光雞，酒店用|Wanted: chilled chicken for hotels|採購冰鮮光雞，酒店用', 50, bird('光雞', '黃雞', 1.3, 110, 150, 'vacuum', '0–4', 7), { moq: 800 }),
  birds.demand('求购土鸡蛋，社区生鲜|Wanted: free-range eggs', 0.9, egg('土鸡蛋', '土鸡', 'm', '45–55', 300), { measure: 'egg', moq: 36_000 }),
  birds.demand('求购麻鸭，烧腊工厂|Wanted: ducks for roasting', 31, bird('麻鸭', '麻鸭', 1.9, 90, 800, 'live', '5–25', 2), { moq: 5000 }),
  birds.demand('求购冷鲜乌鸡，汤品|Wanted: chilled black-bone chicken for soups', 52, bird('乌鸡光鸡', '泰和乌鸡', 1, 130, 200, 'map', '0–4', 10), { moq: 1000 }),
];

const dry = table('grain', { measure: 't', moq: 5, leadTimeDays: 5, capacity: 900, certificates: 'green_food haccp' }, `${proofs('rice')}; netWeight=25 kg; tempRange=5–20 °C; humidity=50–65 %; shelfDays=365; harvestHours=≤ 720 h`);
const rice = (variety: string, grade: string, mm: string, tonnes: number, water: number) => `variety=${variety}; grade=${grade}; sizeSpec=${mm} mm; annualOutput=${tonnes} t; moisture=≤ ${water} %`;
const grain: DemoListing[] = [
  dry.supply('富硒丝苗米|Selenium-rich long-grain rice', 6200, rice('丝苗', 'premium', '6–7', 3000, 14), { certificates: 'selenium_rich green_food shenzhen_mark' }),
  dry.supply('万年贡米|Wannian tribute rice', 9800, rice('坞源早', 'premium', '6–7', 500, 14), { certificates: 'geographical_indication green_food' }),
  dry.supply('再生稻大米|Ratoon rice', 6800, rice('再生稻', 'first', '6–7', 2600, 14)),
  dry.supply('江西早籼米，团餐用|Early indica rice for canteens', 4300, rice('早籼', 'second', '5–6', 9000, 14.5)),
  dry.supply('台山油粘米|Taishan oil-sticky rice', 5900, rice('油粘', 'first', '6–7', 4000, 14)),
  dry.supply('有机糙米|Organic brown rice', 11800, rice('黄华占', 'premium', '6–7', 300, 14), { certificates: 'organic' }),
  dry.supply('糯米 长粒|Long-grain glutinous rice', 6100, rice('长粒糯', 'first', '6–7', 1200, 14)),
  dry.demand('求购丝苗米，月 300 吨|Wanted: long-grain rice, 300 t a month', 5900, rice('丝苗', 'first', '6–7', 3600, 14.5), { moq: 60 }),
  dry.demand('採購大米，酒店及街市|Wanted: rice for hotels and markets|採購大米，酒店及街市', 7200, rice('絲苗、油粘', 'first', '6–7', 300, 14), { moq: 10 }),
  dry.demand('食堂求购早籼米|Canteens want early indica rice', 4200, rice('早籼', 'second', '5–6', 2000, 14.5), { moq: 30 }),
  dry.demand('求购富硒大米，礼盒装|Wanted: selenium-rich rice for gift boxes', 6600, rice('丝苗', 'premium', '6–7', 200, 14), { moq: 5, certificates: 'selenium_rich' }),
];

const leaf = table('tea', { measure: 'kg', moq: 10, leadTimeDays: 4, capacity: 3_000, certificates: 'green_food geographical_indication' }, `${proofs('tea')}; packing=vacuum; netWeight=5 kg; humidity=40–60 %; harvestHours=≤ 48 h`);
const tea = (variety: string, grade: string, tonnes: number, water: number, temp: string, days: number) => `variety=${variety}; grade=${grade}; sizeSpec=10–35 mm; annualOutput=${tonnes} t; moisture=≤ ${water} %; tempRange=${temp} °C; shelfDays=${days}`;
const teas: DemoListing[] = [
  leaf.supply('庐山云雾 明前特级|Lushan cloud tea, before Qingming', 1680, tea('庐山云雾', 'premium', 6, 6.5, '0–5', 540), { months: '3 4' }),
  leaf.supply('庐山云雾 一级|Lushan cloud tea, first grade', 520, tea('庐山云雾', 'first', 20, 6.5, '0–5', 540), { months: '4 5' }),
  leaf.supply('浮梁红茶|Fuliang black tea', 360, tea('浮红', 'first', 30, 6.5, '5–25', 1080)),
  leaf.supply('浮梁绿茶|Fuliang green tea', 310, tea('浮梁茶', 'first', 40, 6.5, '0–5', 540)),
  leaf.supply('宁红工夫茶|Ninghong congou black tea', 880, tea('宁红', 'premium', 8, 6.5, '0–5', 540), { months: '3 4 5' }),
  leaf.supply('宁红工夫茶，拼配原料|Ninghong congou for blending', 160, tea('宁红', 'second', 60, 6.5, '5–25', 1080)),
  leaf.demand('採購高山綠茶，零售罐裝|Wanted: highland green tea for retail|採購高山綠茶，零售罐裝', 560, tea('雲霧、浮梁茶', 'first', 2, 6.5, '0–5', 540), { moq: 50 }),
  leaf.demand('採購紅茶，茶餐廳拼配|Wanted: black tea for milk-tea blends|採購紅茶，茶餐廳拼配', 150, tea('寧紅、浮紅', 'second', 12, 6.5, '5–25', 1080), { moq: 500 }),
  leaf.demand('採購有機茶，健康食品|Wanted: organic tea for health foods|採購有機茶，健康食品', null, tea('綠茶', 'first', 1, 6.5, '0–5', 540), { moq: 20, certificates: 'organic' }),
];

const press = table('oil', { measure: 'kg', moq: 200, leadTimeDays: 5, capacity: 40_000, certificates: 'green_food haccp food_licence' }, `${proofs('oil')}; packing=carton; netWeight=20 kg; tempRange=5–25 °C; humidity=40–65 %; shelfDays=540`);
const oil = (variety: string, grade: string, tonnes: number, acid: number) => `variety=${variety}; grade=${grade}; annualOutput=${tonnes} t; acidValue=≤ ${acid} mg/g`;
const oils: DemoListing[] = [
  press.supply('低温压榨山茶油 一级|Cold-pressed camellia oil, first grade', 96, oil('山茶油', 'premium', 400, 1)),
  press.supply('山茶油 二级，散装|Camellia oil, second grade in bulk', 72, oil('山茶油', 'first', 900, 2)),
  press.supply('菜籽油 浓香|Rapeseed oil', 13.8, oil('菜籽油', 'first', 3000, 2)),
  press.supply('有机山茶油 礼盒|Organic camellia oil', 148, oil('山茶油', 'premium', 60, 0.8), { certificates: 'organic food_licence' }),
  press.demand('求购菜籽油，团餐|Wanted: rapeseed oil for canteens', 13.2, oil('菜籽油', 'first', 600, 3), { moq: 5000 }),
  press.demand('採購山茶油，零售|Wanted: camellia oil for retail|採購山茶油，零售', 110, oil('山茶油', 'premium', 10, 1), { moq: 300 }),
  press.demand('求购散装山茶油，调和油厂|Wanted: camellia oil in bulk', 70, oil('山茶油', 'first', 200, 2), { moq: 2000 }),
];

const milk = table('dairy', { measure: 'kg', moq: 100, leadTimeDays: 1, capacity: 60_000, certificates: 'haccp food_licence gba_basket' }, `${proofs('milk')}; grade=first; harvestHours=≤ 24 h`);
const dairyOf = (variety: string, tonnes: number, temp: string, days: number, net: number) => `variety=${variety}; annualOutput=${tonnes} t; tempRange=${temp} °C; shelfDays=${days}; netWeight=${net} kg; ${net < 100 ? 'packing=carton' : ''}`;
const dairies: DemoListing[] = [
  milk.supply('巴氏鲜牛奶 950 mL|Pasteurised milk 950 mL', 11.6, dairyOf('巴氏鲜奶', 5000, '2–6', 7, 11.4)),
  milk.supply('低温酸奶 原味|Plain chilled yoghurt', 12.9, dairyOf('风味酸乳', 3200, '2–6', 21, 4.8)),
  milk.supply('生牛乳 奶罐车|Raw milk by tanker', 4.3, dairyOf('生牛乳', 18000, '0–4', 2, 1000), { moq: 5000 }),
  milk.supply('羊奶粉 成人|Goat milk powder', 118, dairyOf('羊奶粉', 300, '5–25', 540, 4.8)),
  milk.supply('鲜奶冰淇淋浆|Ice-cream mix', 18.5, dairyOf('冰淇淋浆', 600, '2–6', 10, 10)),
  milk.demand('求购巴氏奶，社区生鲜每日配|Wanted: pasteurised milk, daily', 11, dairyOf('巴氏鲜奶', 900, '2–6', 7, 11.4), { moq: 800 }),
  milk.demand('食堂采购酸奶|Canteens want yoghurt', 12, dairyOf('风味酸乳', 500, '2–6', 21, 4.8), { moq: 1500 }),
  milk.demand('採購羊奶粉，藥膳配方|Wanted: goat milk powder|採購羊奶粉，藥膳配方', 128, dairyOf('羊奶粉', 20, '5–25', 540, 4.8), { moq: 100 }),
];

const hive = table('bee', { measure: 'kg', moq: 50, leadTimeDays: 4, capacity: 8_000, certificates: 'green_food food_licence' }, `${proofs('bee')}; grade=first; packing=carton; netWeight=12 kg; humidity=40–65 %; harvestHours=≤ 72 h`);
const bee = (variety: string, tonnes: number, temp: string, days: number) => `variety=${variety}; annualOutput=${tonnes} t; tempRange=${temp} °C; shelfDays=${days}`;
const bees: DemoListing[] = [
  hive.supply('荆条蜜 波美 41.5 度|Vitex honey, 41.5 Bé', 38, bee('荆条蜜', 90, '5–25', 720)),
  hive.supply('高山百花蜜|Mountain wildflower honey', 46, bee('百花蜜', 60, '5–25', 720)),
  hive.supply('柑橘蜜|Citrus honey', 42, bee('柑橘蜜', 40, '5–25', 720), { months: '4 5 6' }),
  hive.supply('蜂王浆 冷冻|Royal jelly, frozen', 420, bee('蜂王浆', 6, '-20–-18', 720), { moq: 10 }),
  hive.supply('蜂胶原料|Propolis', 360, bee('蜂胶', 4, '5–25', 720), { moq: 10 }),
  hive.supply('蜂蜜枇杷膏，澳門製造|Honey loquat syrup, made in Macao|蜂蜜枇杷膏，澳門製造', 88, bee('蜂蜜枇杷膏', 20, '5–25', 720)),
  hive.demand('採購百花蜜，藥膳|Wanted: wildflower honey|採購百花蜜，藥膳', 48, bee('百花蜜', 12, '5–25', 720), { moq: 300 }),
  hive.demand('採購蜂王漿|Wanted: royal jelly|採購蜂王漿', 430, bee('蜂王漿', 1, '-20–-18', 720), { moq: 20 }),
];

export const pantryListings = [...livestock, ...poultry, ...grain, ...teas, ...oils, ...dairies, ...bees];

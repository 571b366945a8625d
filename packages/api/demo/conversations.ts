/** `a` is who asks (opened the conversation from a listing), `b` whose listing it is; a line without an answer stays unread. */
export interface DemoTalk {
  subFamily: string;
  lines: readonly (readonly ['a' | 'b', string])[];
  /** How many of the last lines the other side has not read yet. */
  unread: number;
}

const talk = (subFamily: string, unread: number, ...lines: string[]): DemoTalk => ({
  subFamily,
  unread,
  lines: lines.map((line) => [line.startsWith('a') ? 'a' : 'b', line.slice(2).trim()] as const),
});

export const demoTalks: readonly DemoTalk[] = [
  talk('copper_foil', 1, 'a: 您好，18 µm HTE 我们月用 40 吨，Rz 要求 5.5 以下，能稳定吗？', 'b: 可以，近三个月出货 Rz 均值 4.6，每卷附检测数据。', 'a: 价格按哪天的铜价？', 'b: 按下单当日现货铜均价加加工费，加工费 18 元/公斤，月结另议。', 'a: 先来两卷试压，能否寄到龙岗？', 'b: 明天发顺丰重货，样品免费，运费到付。', 'a: 好，收到后安排试压，周五给您结果。'),
  talk('copper_foil', 2, 'a: 请问 RTF 12 µm 有现货吗？', 'b: 有 1.2 吨，1290 幅宽。', 'a: 剥离强度在高 Tg 板上实测多少？', 'b: 0.85 N/mm 左右，报告我找工艺部要。', 'b: 报告已整理，稍后发文件给您。'),
  talk('copper_clad', 0, 'a: We need high-Tg 170 for automotive boards, 20,000 sheets a month. Is UL listed?', 'b: Yes, UL listed and IPC-4101/126. Lead time ten days.', 'a: Please confirm Z-axis CTE.', 'b: 2.6 % from 50 to 260 °C, typical.', 'a: Thanks, sending our approval form next week.'),
  talk('pcb', 1, 'a: 四層板 48 小時快件，Gerber 可否今晚上傳？', 'b: 可以，晚上九点前确认工程问题就能赶后天交。', 'a: 阻抗 90 歐差分，公差 ±10%。', 'b: 没问题，叠层我先出一版您确认。', 'a: 收到疊層圖，確認無誤，請排產。'),
  talk('pcb', 0, 'a: 汽车八层板做 3 级，PPAP 能提供到几级？', 'b: 等级 3，全套。', 'a: 首批 300 平米，单价能到 1250 吗？', 'b: 年量过五千平可以，首批先按 1280。', 'a: 那按 1280 首批，年框谈 1240。', 'b: 可以，框架里写清楚铜价联动。'),
  talk('wafer', 0, 'a: SiC 6 英寸 P 级微管密度上限多少？', 'b: 合同写 0.5 以下，实测大多 0.2。', 'a: 先要 25 片。', 'b: 两周交，附缺陷图。'),
  talk('led_chip', 3, 'a: Mini 蓝光 3×6 这个月能给 3 亿颗吗？', 'b: 2.2 亿没问题，剩下的下月 8 号前。', 'b: 波长可以控制在 2.5 nm 一档。', 'b: 另外电压分档也可以分，请确认要不要。'),
  talk('led_chip', 0, 'a: 车灯倒装芯片有 AEC-Q102 吗？', 'b: 有，2026 年 6 月的报告。', 'a: 好的，发我法务邮箱。', 'b: 已发，请查收。'),
  talk('magnet', 1, 'a: N45SH 月用 60 万片，磷化改环氧能做吗？', 'b: 能，盐雾 240 小时。', 'a: 单价呢？', 'b: 每公斤加 12 元。镨钕价按旬均价联动。', 'a: 镨钕基准定在哪天？', 'b: 下单前一旬均价，双方确认后锁定。'),
  talk('magnet', 0, 'a: 請問 N52 小方塊能否做到公差 ±0.02？', 'b: 批量 ±0.03，±0.02 要挑选，价格加百分之十五。', 'a: 先要 200 公斤 ±0.03。', 'b: 好，二十天交。'),
  talk('solder', 0, 'a: SAC305 T5 印 01005 的钢网厚度建议？', 'b: 0.08 毫米，开孔面积比大于 0.66。', 'a: 明白，先订 20 公斤。', 'b: 今天发，冷链包装。'),
  talk('solder', 1, 'a: 無鉛錫線現貨可否今日送觀塘？', 'b: 可以，下午四點前送到。', 'a: 訂 30 公斤，月結 30 日。'),
  talk('gas_chemical', 0, 'a: 高纯氨 7N 需要危化许可复印件和运输资质。', 'b: 都有，证书在供需页面，运输公司资质稍后补。', 'a: 钢瓶押金怎么算？', 'b: 440 升瓶 8,000 元一只，六十天内归还全退。'),
  talk('vegetable', 2, 'a: 菜心每天 2 吨，早上六点到横岗，能送吗？', 'b: 能，夜里一点发车，六点前到。', 'a: 每车要检测报告。', 'b: 逢出必检，报告随车，也会传到这里。', 'a: 明天先试一车。', 'b: 好，今晚装车前发照片。', 'b: 已装车，车牌和温度记录发给您。'),
  talk('vegetable', 0, 'a: 菜心、芥蘭每日一車到西區，文件齊備嗎？', 'b: 供港澳备案齐全，检疫证明随车。', 'a: 農殘按 132CM？', 'b: 是，按香港限量检测。', 'a: 好，下星期一開始。'),
  talk('vegetable', 1, 'a: 食堂用的红薯，单个 150 到 400 克，月 60 吨。', 'b: 可以，网袋 10 公斤装，价格 3.5。', 'a: 3.3 行吗？'),
  talk('fruit', 1, 'a: 脐橙特等 70–85，圳品专柜，首批 8 吨。', 'b: 可以，糖度 12 以上，附报告。', 'a: 到仓价多少？', 'b: 7.6 元/公斤含冷链到福田仓。', 'a: 贵了一点，7.3 能做吗？', 'b: 量到 30 吨可以 7.4。'),
  talk('fruit', 0, 'a: 南豐蜜桔禮盒 5 公斤裝，十二月二十日前到貨。', 'b: 可以，十二月十五号发，过港报关两天。', 'a: 先訂 800 公斤。', 'b: 收到，合同今天起草。'),
  talk('fruit', 0, 'a: 榨汁果 20 吨，什么时候能装？', 'b: 下周二开始，每天一车 10 吨。', 'a: 好，按 3.3 结算。'),
  talk('oil', 0, 'a: 山茶油零售裝有 500 毫升嗎？', 'b: 有，一箱十二瓶。', 'a: 請報到岸價。', 'b: 每公斤 108，含到香港仓。'),
  talk('dairy', 1, 'a: 巴氏奶每天 800 公斤，保质期 7 天，到店剩几天？', 'b: 到店至少 5 天。', 'a: 好，能否冷链车带温度记录？'),
  talk('livestock', 0, 'a: 月 6,000 头，体重 110 到 120，能分批吗？', 'b: 能，每天 200 头。', 'a: 检疫和耳标都要。', 'b: 每车齐全，休药期记录可查。'),
  talk('livestock', 2, 'a: 活豬供港批次下月可否安排兩車？', 'b: 可以，備案場直出。', 'b: 時間請您定。'),
  talk('poultry', 0, 'a: 宁都黄鸡 120 日龄，每周 2,000 羽。', 'b: 可以，周二周五各 1,000。', 'a: 单价 41 行不行？', 'b: 长期可以 41.5。', 'a: 成交，按 41.5。'),
  talk('aquatic', 1, 'a: 鱖魚 600 克以上，每週 200 公斤。', 'b: 有，充氧袋走高铁快运，四小时到。', 'a: 死亡率如何計？', 'b: 超过百分之二的部分我们承担。'),
  talk('grain', 0, 'a: 早籼米月 30 吨，水分 14.5 以内。', 'b: 没问题，25 公斤袋。', 'a: 送到常平。', 'b: 四天到。'),
  talk('tea', 0, 'a: 雲霧茶一級 50 公斤，可否先寄樣 100 克？', 'b: 今天寄出，顺丰三天到。', 'a: 多謝。'),
  talk('smt_machine', 1, 'a: 42K 贴片机 6 台，交期 30 天能保证吗？', 'b: 前 4 台 30 天，后 2 台 45 天。', 'a: 驻场调机几天？', 'b: 每台两天，培训另加三天。', 'a: 首付比例？', 'b: 三成定金，发货前六成，验收一成。'),
  talk('agri_machine', 0, 'a: 分选线 8 通道，糖度检测精度多少？', 'b: ±0.5 Brix，现场可以带果来测。', 'a: 下周三来看。', 'b: 欢迎，安排样机。'),
  talk('cold_chain_machine', 1, 'a: 移动预冷库能接发电机吗？', 'b: 能，22 千瓦，建议 40 千瓦发电机。', 'a: 有补贴目录吗？'),
  talk('testing_machine', 0, 'a: The hysteresisgraph: which standard for calibration?', 'b: GB/T 3217, with a certificate for each unit.', 'a: Good. Please quote for two.'),
  talk('injection_machine', 0, 'a: 160 吨伺服机五台，能配机械手吗？', 'b: 可以，每台加 2.8 万。', 'a: 总价 78 万含税行吗？', 'b: 79.5 万，送模温机一台。'),
];

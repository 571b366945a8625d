/** What a listing says | how it is asked: simplified | traditional | pinyin | homophone slip | English. */
export const othersRecall = `
信丰粤港澳大湾区菜篮子生产基地|菜篮子生产基地|菜籃子生產基地|cai lan zi sheng chan ji di|菜蓝子生产基地|vegetable basket production base
圳品认证富硒大米礼盒|圳品|圳品|zhen pin|镇品|Shenzhen premium
供港澳备案蔬菜直采|供港澳|供港澳|gong gang ao|共港澳|supply to Hong Kong and Macao
赣南脐橙 纽荷尔 一等|赣南脐橙|贛南臍橙|gan nan qi cheng|赣南其橙|Gannan navel orange
安远脐橙 70-85毫米|脐橙|臍橙|qi cheng|齐橙|navel orange
南丰蜜桔 50毫米以下|南丰蜜桔|南豐蜜桔|nan feng mi ju|南风蜜桔|Nanfeng mandarin
井冈蜜柚 红心|蜜柚|蜜柚|mi you|密柚|pomelo
奉新猕猴桃 金艳|猕猴桃|獼猴桃|mi hou tao|弥猴桃|kiwifruit
定南百香果 冷链直发|百香果|百香果|bai xiang guo|百乡果|passion fruit
兴国叶菜 每日清晨采收|叶菜|葉菜|ye cai|页菜|leafy vegetable
宁都菜心 供港|菜心|菜心|cai xin|菜新|choy sum
高山大白菜 周转筐装|白菜|白菜|bai cai|百菜|Chinese cabbage
水培生菜 罗莎红|生菜|生菜|sheng cai|升菜|lettuce
余干辣椒 鲜椒|辣椒|辣椒|la jiao|辣交|chilli pepper
串收番茄 粉果|番茄|番茄|fan qie|翻茄|tomato
水果黄瓜 无刺|黄瓜|黃瓜|huang gua|皇瓜|cucumber
紫长茄子 18厘米|茄子|茄子|qie zi|切子|eggplant
宁都豆角 青条|豆角|豆角|dou jiao|斗角|green bean
广昌莲藕 九孔|莲藕|蓮藕|lian ou|连藕|lotus root
石城白莲 通芯莲子|莲子|蓮子|lian zi|连子|lotus seed
铜鼓香菇 厚菇|香菇|香菇|xiang gu|乡菇|shiitake mushroom
羊肚菌 食用菌工厂|食用菌|食用菌|shi yong jun|食用君|edible fungus
兴国生姜 老姜|生姜|生薑|sheng jiang|生江|ginger
独头大蒜 网袋|大蒜|大蒜|da suan|大算|garlic
西瓜红红薯 五斤装|红薯|紅薯|hong shu|红鼠|sweet potato
三元生猪 出栏110公斤|生猪|生豬|sheng zhu|生朱|live pig
冷鲜猪肉 白条|猪肉|豬肉|zhu rou|朱肉|pork
东乡黑猪 散养|黑猪|黑豬|hei zhu|黑朱|black pig
宁都黄鸡 120日龄|宁都黄鸡|寧都黃雞|ning du huang ji|宁都皇鸡|Ningdu yellow chicken
清远鸡肉 分割冷冻|鸡肉|雞肉|ji rou|机肉|chicken
散养鸡蛋 M级 30枚|鸡蛋|雞蛋|ji dan|机蛋|hen egg
鄱阳湖水产品直供|水产品|水產品|shui chan pin|水铲品|aquatic product
鄱阳湖草鱼 活鱼|草鱼|草魚|cao yu|草渔|grass carp
加州鲈鱼 活水车|鲈鱼|鱸魚|lu yu|炉鱼|bass
都昌小龙虾 清水|小龙虾|小龍蝦|xiao long xia|小隆虾|crayfish
赣州山茶油 冷榨|茶油|茶油|cha you|茶由|camellia oil
非转基因食用油 桶装|食用油|食用油|shi yong you|食用由|edible oil
万年大米 软香|大米|大米|da mi|大密|rice
婺源绿茶 明前|绿茶|綠茶|lv cha|绿查|green tea
上犹蜂蜜 土蜂|蜂蜜|蜂蜜|feng mi|风蜜|honey
会昌米粉 干米粉|米粉|米粉|mi fen|密粉|rice noodle
绿色食品认证芦笋|绿色食品|綠色食品|lv se shi pin|绿色食平|green food
地理标志产品 赣南茶油礼盒|地理标志|地理標誌|di li biao zhi|地理标制|geographical indication
富硒鸡枞菌|富硒|富硒|fu xi|富西|selenium-rich
农药残留快检服务|农药残留|農藥殘留|nong yao can liu|农药残流|pesticide residue
132CM 检测报告代办|检测报告|檢測報告|jian ce bao gao|检侧报告|test report
一品一码追溯码系统|追溯码|追溯碼|zhui su ma|追诉码|trace code
全南至深圳冷链干线|冷链|冷鏈|leng lian|冷练|cold chain
折叠周转筐 600x400|周转筐|週轉筐|zhou zhuan kuang|周转框|turnover crate
高速贴片机 42000CPH|贴片机|貼片機|tie pian ji|贴骗机|pick and place machine
SMT 供料器 8mm 电动|供料器|供料器|gong liao qi|供料气|feeder
八温区回流焊|回流焊|回流焊|hui liu han|回留焊|reflow oven
选择性波峰焊 双炉|波峰焊|波峰焊|bo feng han|波锋焊|wave soldering
全自动锡膏印刷机|锡膏印刷机|錫膏印刷機|xi gao yin shua ji|西膏印刷机|solder paste printer
步进光刻机 翻新|光刻机|光刻機|guang ke ji|光克机|lithography machine
线路板曝光机 LDI|曝光机|曝光機|bao guang ji|爆光机|exposure machine
ICP 刻蚀机 8英寸|刻蚀机|刻蝕機|ke shi ji|刻食机|etcher
磁控溅射镀膜机|镀膜机|鍍膜機|du mo ji|度膜机|coating machine
六头高精度固晶机|固晶机|固晶機|gu jing ji|固精机|die bonder
铜线球焊焊线机|焊线机|焊線機|han xian ji|焊现机|wire bonder
LED 晶片分选机|分选机|分選機|fen xuan ji|分旋机|sorter
六轴线路板钻孔机|钻孔机|鑽孔機|zuan kong ji|钻空机|drilling machine
垂直连续电镀线|电镀线|電鍍線|dian du xian|电度线|plating line
真空层压机 十层|层压机|層壓機|ceng ya ji|曾压机|lamination press
6kW 光纤激光切割机|激光切割机|激光切割機|ji guang qie ge ji|激光切隔机|laser cutting machine
280吨伺服注塑机|注塑机|注塑機|zhu su ji|住塑机|injection moulding machine
锁模力4500千牛压铸单元|锁模力|鎖模力|suo mo li|锁膜力|clamp force
五轴立式加工中心|加工中心|加工中心|jia gong zhong xin|加工中芯|machining centre
斜床身数控车床|车床|車床|che chuang|车窗|lathe
平面磨床 精密|磨床|磨床|mo chuang|磨窗|grinding machine
六轴搬运机器人 20kg|机器人|機器人|ji qi ren|机气人|robot
三维自动光学检测 SMT|自动光学检测|自動光學檢測|zi dong guang xue jian ce|自动光学检侧|automated optical inspection
锂电极片涂布机|涂布机|塗布機|tu bu ji|图布机|coater
方形电芯卷绕机|卷绕机|捲繞機|juan rao ji|卷饶机|winding machine
光伏串焊机 8000片|串焊机|串焊機|chuan han ji|串汉机|stringer
80马力轮式拖拉机|拖拉机|拖拉機|tuo la ji|拖拉鸡|tractor
履带式水稻收割机|收割机|收割機|shou ge ji|收隔机|harvester
六行高速插秧机|插秧机|插秧機|cha yang ji|插央机|rice transplanter
15吨谷物烘干机|烘干机|烘乾機|hong gan ji|烘甘机|dryer
植保无人机 40升|无人机|無人機|wu ren ji|无人鸡|drone
脐橙光电选果机|选果机|選果機|xuan guo ji|选过机|fruit grader
千吨级装配式冷库|冷库|冷庫|leng ku|冷裤|cold storage
4.2米冷藏车租赁|冷藏车|冷藏車|leng cang che|冷仓车|refrigerated truck
立式自动包装机|包装机|包裝機|bao zhuang ji|包庄机|packaging machine
永磁变频空压机 37kW|空压机|空壓機|kong ya ji|空鸭机|air compressor
750W 伺服电机|伺服电机|伺服電機|si fu dian ji|四服电机|servo motor
行星减速机 1:10|减速机|減速機|jian su ji|减素机|speed reducer
赣深组合港订舱|组合港|組合港|zu he gang|组合岗|combined port
赣州国际陆港铁海联运|铁海联运|鐵海聯運|tie hai lian yun|铁海连运|rail-sea transport
`;

/** What a listing says | how it is asked: simplified | traditional | pinyin | homophone slip | English. */
export const electronicsRecall = `
吉安电子材料产业园供应|电子材料|電子材料|dian zi cai liao|电子才料|electronic materials
18微米电解铜箔 HTE 单面毛|电解铜箔|電解銅箔|dian jie tong bo|电解铜泊|electrolytic copper foil
压延铜箔 柔性板用|压延铜箔|壓延銅箔|ya yan tong bo|压沿铜箔|rolled copper foil
4.5微米锂电铜箔 双面光|锂电铜箔|鋰電銅箔|li dian tong bo|理电铜箔|lithium battery copper foil
可剥离载体铜箔 3微米|载体铜箔|載體銅箔|zai ti tong bo|在体铜箔|carrier copper foil
双零铝箔 药用包装|铝箔|鋁箔|lv bo|铝泊|aluminium foil
FR-4 覆铜板 Tg150 无卤|覆铜板|覆銅板|fu tong ban|复铜板|copper clad laminate
7628 半固化片 树脂含量45%|半固化片|半固化片|ban gu hua pian|办固化片|prepreg
1.0毫米铝基板 导热2W|铝基板|鋁基板|lv ji ban|铝机板|aluminium substrate
PTFE 高频板 毫米波雷达|高频板|高頻板|gao pin ban|高品板|high frequency laminate
双酚A环氧树脂 电子级|环氧树脂|環氧樹脂|huan yang shu zhi|环氧树酯|epoxy resin
黑色聚酰亚胺薄膜 12.5微米|聚酰亚胺|聚醯亞胺|ju xian ya an|聚先亚胺|polyimide
1080玻纤布 低介电|玻纤布|玻纖布|bo xian bu|波纤布|glass fabric
十二层印制线路板 沉金|印制线路板|印製線路板|yin zhi xian lu ban|印制线路版|printed circuit board
双面柔性线路板 摄像头模组|柔性线路板|柔性線路板|rou xing xian lu ban|柔性线路版|flexible printed circuit
六层刚挠结合板 航空|刚挠结合板|剛撓結合板|gang nao jie he ban|钢挠结合板|rigid-flex board
FC-BGA 封装基板 试产|封装基板|封裝基板|feng zhuang ji ban|封装机板|package substrate
绿色感光阻焊油墨|阻焊油墨|阻焊油墨|zu han you mo|组焊油墨|solder mask
LDI 干膜 38微米|干膜|乾膜|gan mo|甘膜|dry film
化学镍沉金代工|沉金|沉金|chen jin|沉今|immersion gold
8英寸抛光晶圆 P型|晶圆|晶圓|jing yuan|晶园|wafer
12英寸单晶硅片 测试级|硅片|硅片|gui pian|硅骗|silicon wafer
蓝绿光外延片 4英寸|外延片|外延片|wai yan pian|外沿片|epitaxial wafer
6英寸导电型碳化硅衬底|碳化硅|碳化硅|tan hua gui|炭化硅|silicon carbide
硅基氮化镓外延 650V|氮化镓|氮化鎵|dan hua jia|氮化家|gallium nitride
半绝缘砷化镓单晶片|砷化镓|砷化鎵|shen hua jia|砷化家|gallium arsenide
磷化铟衬底 光通信|磷化铟|磷化銦|lin hua yin|磷化因|indium phosphide
C面蓝宝石衬底 图形化|蓝宝石|藍寶石|lan bao shi|兰宝石|sapphire
蓝光倒装芯片 10x24mil|倒装芯片|倒裝晶片|dao zhuang xin pian|倒装新片|flip chip
大功率发光二极管 灯珠|发光二极管|發光二極管|fa guang er ji guan|发光二极馆|light emitting diode
植物补光半导体照明灯具|半导体照明|半導體照明|ban dao ti zhao ming|半导体照名|LED lighting
电源管理集成电路 流片|集成电路|集成電路|ji cheng dian lu|集成电录|integrated circuit
功率半导体器件 IGBT|半导体|半導體|ban dao ti|半导题|semiconductor
离子型稀土分离产品|稀土|稀土|xi tu|希土|rare earth
N52SH 烧结钕铁硼 方块|钕铁硼|釹鐵硼|nv tie peng|女铁硼|NdFeB
耐高温永磁体 圆环|永磁体|永磁體|yong ci ti|永慈体|permanent magnet
钐钴磁环 350度|钐钴|釤鈷|shan gu|杉钴|samarium cobalt
高剩磁磁瓦 直驱电机|剩磁|剩磁|sheng ci|剩瓷|remanence
内禀矫顽力测试服务|矫顽力|矯頑力|jiao wan li|娇顽力|coercivity
氧化镨钕 99.5%|氧化镨钕|氧化鐠釹|yang hua pu nv|氧化谱钕|praseodymium neodymium oxide
中颗粒钨粉 2微米|钨粉|鎢粉|wu fen|乌粉|tungsten powder
硬质合金刀片毛坯|硬质合金|硬質合金|ying zhi he jin|硬制合金|cemented carbide
SAC305 无铅锡膏 T4|锡膏|錫膏|xi gao|西膏|solder paste
Sn63Pb37 锡条 20kg|锡条|錫條|xi tiao|西条|solder bar
0.8mm 免洗焊锡丝|焊锡丝|焊錫絲|han xi si|焊西丝|solder wire
0.3mm BGA 锡球|锡球|錫球|xi qiu|西球|solder ball
水溶性助焊剂 波峰用|助焊剂|助焊劑|zhu han ji|住焊剂|soldering flux
无铅喷锡线路板打样|无铅|無鉛|wu qian|无钱|lead-free
无卤阻燃剂 电子级|无卤|無鹵|wu lu|无鲁|halogen-free
蚀刻用电子特气 NF3|电子特气|電子特氣|dian zi te qi|电子特汽|electronic gas
5N 三氟化氮 钢瓶|三氟化氮|三氟化氮|san fu hua dan|三弗化氮|nitrogen trifluoride
6N 硅烷 44升|硅烷|硅烷|gui wan|归烷|silane
六氟化钨 5N5|六氟化钨|六氟化鎢|liu fu hua wu|六弗化钨|tungsten hexafluoride
G4级湿电子化学品配送|湿电子化学品|濕電子化學品|shi dian zi hua xue pin|湿电子化学平|wet electronic chemical
49%电子级氢氟酸|氢氟酸|氫氟酸|qing fu suan|氢氟算|hydrofluoric acid
31%双氧水 G5|双氧水|雙氧水|shuang yang shui|双养水|hydrogen peroxide
电子级异丙醇 槽车|异丙醇|異丙醇|yi bing chun|异丙纯|isopropyl alcohol
2.38%显影液 TMAH|显影液|顯影液|xian ying ye|显影夜|developer
KrF 光刻胶 验证|光刻胶|光刻膠|guang ke jiao|光克胶|photoresist
铜蚀刻液 再生|蚀刻液|蝕刻液|shi ke ye|蚀刻夜|etchant
CMP 抛光液 氧化铈|抛光液|拋光液|pao guang ye|抛光夜|polishing slurry
高纯钼靶材 面板|靶材|靶材|ba cai|把材|sputtering target
光伏正面银浆|银浆|銀漿|yin jiang|银桨|silver paste
5W 导热硅脂|导热硅脂|導熱硅脂|dao re gui zhi|导热硅指|thermal grease
高导热系数垫片|导热系数|導熱係數|dao re xi shu|导热细数|thermal conductivity
低介电常数玻璃粉|介电常数|介電常數|jie dian chang shu|介电长数|dielectric constant
0603 贴片电阻 1%|电阻|電阻|dian zu|电组|resistor
X7R 陶瓷电容 100nF|陶瓷电容|陶瓷電容|tao ci dian rong|陶瓷电溶|ceramic capacitor
一体成型电感 4.7uH|电感|電感|dian gan|电敢|inductor
肖特基二极管 SS34|二极管|二極管|er ji guan|二极馆|diode
板对板连接器 0.4mm|连接器|連接器|lian jie qi|连接气|connector
霍尔传感器 汽车|传感器|傳感器|chuan gan qi|传感气|sensor
12V 功率继电器|继电器|繼電器|ji dian qi|继电气|relay
低压差稳压器 3.3V|稳压器|穩壓器|wen ya qi|稳压气|voltage regulator
轨到轨运算放大器|运算放大器|運算放大器|yun suan fang da qi|运算放大气|operational amplifier
STM32F103C8T6 微控制器|微控制器|微控制器|wei kong zhi qi|微控制气|microcontroller
25MHz 晶振 3225|晶振|晶振|jing zhen|晶震|crystal oscillator
三元锂电池 模组|锂电池|鋰電池|li dian chi|理电池|lithium battery
高镍正极材料 811|正极材料|正極材料|zheng ji cai liao|正极才料|cathode material
人造石墨负极材料|负极材料|負極材料|fu ji cai liao|负极才料|anode material
磷酸铁锂电解液|电解液|電解液|dian jie ye|电解夜|electrolyte
9微米湿法隔膜|隔膜|隔膜|ge mo|格膜|battery separator
电池级碳酸锂 99.5%|碳酸锂|碳酸鋰|tan suan li|炭酸锂|lithium carbonate
双玻光伏组件 580W|光伏|光伏|guang fu|光服|photovoltaic
`;

"""Family names, by which a person's name is told from other words."""

COMPOUND = (
    "欧阳|司马|上官|诸葛|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|轩辕|端木|百里|呼延|"
    "东郭|澹台|申屠|太史|濮阳|公冶|宗政|赫连|钟离|闻人|万俟|仲孙|鲜于|闾丘|司空|亓官|司寇|颛孙|巫马|漆雕|"
    "乐正|壤驷|拓跋|夹谷|宰父|段干|东门|梁丘|左丘|公羊|歐陽|司馬|諸葛|東方|獨孤|南宮|長孫|軒轅|鍾離"
)
"""Family names of two signs, divided by |."""
SINGLE = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛"
    "邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝"
    "靳管祁鲍卞邬饶沙娄尤栾滕窦麦褚晏喻艾腾瞿佘辛竺桂卓古屈佟解庄冼蒙郎桑席鄢仇蔺虞虢岑臧阚柏郁花巩米粟印"
)
"""The common family names of one sign; those that mostly are an ordinary word, such as 水, are left out."""
PINYIN = (
    "(?:Ai|An|Bai|Bao|Bi|Bian|Cai|Cao|Cen|Chai|Chang|Chen|Cheng|Chu|Cui|Dai|Deng|Ding|Dong|Dou|Du|Duan|Fan|Fang|Fei|Feng|Fu"
    "|Gan|Gao|Ge|Geng|Gong|Gu|Guan|Guo|Han|Hao|He|Hong|Hou|Hu|Hua|Huang|Huo|Ji|Jia|Jian|Jiang|Jiao|Jin|Jing|Ju|Kang|Ke|Kong"
    "|Lai|Lan|Lang|Lei|Li|Lian|Liang|Liao|Lin|Ling|Liu|Long|Lou|Lu|Luan|Luo|Lv|Lü|Ma|Mai|Mao|Mei|Meng|Mi|Miao|Min|Mo|Mu|Nan|Ni"
    "|Nie|Ning|Niu|Ou|Ouyang|Pan|Pang|Pei|Peng|Pu|Qi|Qian|Qiao|Qin|Qiu|Qu|Quan|Ran|Rao|Ren|Rong|Ruan|Sang|Sha|Shan|Shang|Shao|She"
    "|Shen|Sheng|Shi|Shu|Sima|Situ|Song|Su|Sui|Sun|Tan|Tang|Tao|Teng|Tian|Tong|Tu|Wan|Wang|Wei|Wen|Weng|Wu|Xi|Xia|Xiang|Xiao|Xie"
    "|Xin|Xing|Xiong|Xu|Xue|Yan|Yang|Yao|Ye|Yi|Yin|Ying|You|Yu|Yuan|Yue|Yun|Zang|Zeng|Zha|Zhai|Zhan|Zhang|Zhao|Zheng|Zhong|Zhou|Zhu"
    "|Zhuang|Zhuo|Zou|Zuo|Zhuge)"
)
"""Family names as they are written in Latin letters."""
GIVEN_EN = (
    "(?:Aaron|Adam|Agnes|Alan|Albert|Alex|Alice|Amanda|Amy|Andrew|Angela|Anna|Anne|Anthony|Arthur|Barbara|Ben|Benjamin|Betty|Brian"
    "|Carol|Caroline|Catherine|Charles|Charlotte|Chris|Christine|Christopher|Claire|Clara|Daniel|David|Deborah|Diana|Donald|Dorothy"
    "|Edith|Edward|Eileen|Elizabeth|Ellen|Emily|Emma|Eric|Eva|Fiona|Frances|Frank|George|Gerald|Hannah|Harold|Harry|Helen|Henry"
    "|Ian|Irene|Isabel|Jack|Jacob|James|Jane|Janet|Jason|Jean|Jennifer|Jessica|Jim|Joan|Joe|John|Joseph|Joyce|Judith|Judy|Julia|Julie"
    "|Karen|Kate|Katherine|Kathleen|Keith|Kelly|Kenneth|Kevin|Laura|Lawrence|Leo|Leonard|Linda|Lisa|Louise|Lucy|Margaret|Maria"
    "|Marie|Martha|Martin|Mary|Matthew|Michael|Michelle|Mike|Nancy|Nicholas|Nicole|Nora|Oliver|Olivia|Oscar|Pamela|Patricia|Patrick"
    "|Paul|Peter|Philip|Rachel|Ralph|Raymond|Rebecca|Richard|Robert|Roger|Ronald|Rosemary|Ruth|Sally|Samuel|Sandra|Sarah|Sean|Sharon"
    "|Simon|Sophie|Stella|Stephen|Steven|Susan|Teresa|Terry|Theresa|Thomas|Timothy|Tom|Tony|Vincent|Walter|Wendy|William)"
)
"""Given names that are common in English; those that mostly are a word, a place or a month, such as June, are left out."""

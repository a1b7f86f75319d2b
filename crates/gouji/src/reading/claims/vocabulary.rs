//! The words that tell what a figure is about.

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Object {
    /// 政府信息公开申请。
    Applications,
    /// 申请, which may be of any kind.
    SomeApplications,
    Reviews,
    Lawsuits,
    DirectLawsuits,
    LawsuitsAfterReview,
    Normative,
    Regulation,
    License,
    Penalty,
    Coercion,
    /// 行政事业性收费, in 万元.
    Charges,
    /// 信息处理费, in 元.
    ProcessingFee,
    /// 收费通知。
    FeeNotices,
}

/// What a word tells.
///
/// Rows and columns are written by name: alternatives with `|`, sums with `+`,
/// and `deny_*` for all rows of a group. Rows behind a `?` are a guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    Object(Object),
    /// What was done with applications, as rows.
    Deed(&'static str),
    /// What became of applications, as rows.
    Result(&'static str),
    /// Who applied, as columns.
    Applicant(&'static str),
    /// What became of reviews and lawsuits, as a column.
    Outcome(&'static str),
    /// What was done with documents, as a column.
    Document(&'static str),
    /// 其他: a result, an outcome or an applicant.
    Other,
    /// 结转: into this year or out of it.
    Carried,
    /// 下年。
    Next,
    /// 上年。
    Previous,
    /// The report year.
    OwnYear,
    /// 未、没有、无.
    Nothing,
    /// 均、全部.
    All,
    /// 占.
    Share,
    /// 各: the figure is each one's.
    Each,
    /// 其中: parts of the figure before.
    Among,
    /// 分别: figures in another order than their words.
    Respectively,
    /// A figure of change.
    Compared,
    /// A part of the year, or more than it.
    Period,
    /// What is to come.
    Plan,
    /// A part of the area or of the organ.
    Part,
    /// All of the area or of the organ.
    Whole,
    /// 县政府: the whole area, or its office; documents are another's.
    Government,
    /// 公开、公示: on a website.
    Published,
    /// 办结率 and other rates.
    Rate,
    /// 办结率: where it is a hundred, nothing is open.
    AllRate,
    /// 信息公开: the sentence is about disclosure.
    Related,
    /// Something may be left out or put in: a kind of case.
    Doubt,
    /// 复议机关: what follows is its work.
    Office,
    /// 网络、信函: one way to apply.
    Way,
    /// 等渠道: all ways to apply.
    AllWays,
    /// 信息: what is published, or what is asked for.
    Information,
    /// Other things that are counted.
    Foreign,
    /// Says nothing.
    Filler,
}

const ORGANISATIONS: &str = "business+research+charity+legal+other";

/// All words, by what they tell, folded.
pub(super) const VOCABULARY: &[(Sense, &str)] = &[
    (
        Sense::Object(Object::Applications),
        "政府信息公开申请 信息公开申请 政务公开申请 政府信息公开的申请 信息公开的申请 政府信息申请 依申请公开申请 依申请公开政府信息申请 依申请公开 \
         申请公开政府信息 申请政府信息公开 申请公开信息 申请信息公开 公开申请 公开政府信息的申请 公开政府信息申请 依申请",
    ),
    (Sense::Object(Object::SomeApplications), "申请"),
    (
        Sense::Object(Object::Reviews),
        "行政复议 被申请行政复议 申请行政复议 行政复议申请 行政复议案件 复议案件 复议申请 被复议 复议",
    ),
    (
        Sense::Object(Object::Lawsuits),
        "行政诉讼 被提起行政诉讼 提起行政诉讼 行政诉讼案件 诉讼案件 被诉讼 诉讼 被起诉",
    ),
    (
        Sense::Object(Object::DirectLawsuits),
        "未经复议直接起诉 未经行政复议直接起诉 未经复议直接提起行政诉讼 未经行政复议直接提起行政诉讼 未经复议直接提起诉讼 直接起诉 直接提起行政诉讼 \
         直接提起诉讼 未经复议",
    ),
    (
        Sense::Object(Object::LawsuitsAfterReview),
        "复议后起诉 复议后提起行政诉讼 复议后提起诉讼 复议后诉讼 经复议后起诉 行政复议后起诉 行政复议后提起行政诉讼 经行政复议后提起行政诉讼 复议后",
    ),
    (Sense::Object(Object::Normative), "行政规范性文件 规范性文件"),
    (Sense::Object(Object::Regulation), "规章 政府规章 部门规章 行政规章"),
    (
        Sense::Object(Object::License),
        "行政许可 行政许可决定 行政许可处理决定 行政许可案件 行政许可事项 行政许可办件",
    ),
    (Sense::Object(Object::Penalty), "行政处罚 行政处罚决定 行政处罚处理决定 行政处罚案件"),
    (Sense::Object(Object::Coercion), "行政强制 行政强制决定 行政强制处理决定 行政强制措施 行政强制案件"),
    (Sense::Object(Object::Charges), "行政事业性收费 事业性收费"),
    (
        Sense::Object(Object::ProcessingFee),
        "信息处理费 政府信息处理费 政府信息公开信息处理费 政府信息公开处理费 信息公开处理费 依申请公开信息处理费 处理费用 信息公开收费 \
         政府信息公开收费 依申请公开收费 信息公开费用 政府信息公开费用 依申请公开费用",
    ),
    (Sense::Object(Object::FeeNotices), "收费通知 信息处理费收费通知 收费通知书"),
    (Sense::Deed("new|new+carried_in"), "收到 接收 接到 接受 收悉 登记 收件 接办 承办 收到了 新增 收取"),
    (Sense::Deed("new+carried_in|new"), "受理 受理了 收到并受理 共受理"),
    (Sense::Deed("new"), "新收 本年新收 新收到 新受理 新接收 本年度新收 年内新收"),
    (
        Sense::Deed("carried_in"),
        "上年未办结 上年度未办结 上年转入 上年度转入 去年转入 上年遗留 上年度遗留 上年跨年",
    ),
    (Sense::Deed("total"), "办结 在办结 办理完毕 办理完结 处理完毕 办结完成 已办理 已办结 已处理 完成办理"),
    (
        Sense::Deed("total|granted+partial+deny_*+unable_*+reject_*"),
        "答复 回复 办复 作出答复 答复办结 予以答复 答复了 复函",
    ),
    (Sense::Deed("total|new|new+carried_in"), "办理 处理 处置"),
    (
        Sense::Deed("carried_out"),
        "转下年 转下年度 转下一年 转下一年度 转入下年 转入下年度 转入下一年 转入下一年度 转至下年 转至下年度 转至下一年度 顺延 \
         跨年办理 尚在办理 正在办理 仍在办理 未办结 尚未办结 待办理 在办 尚未答复 未答复 待答复",
    ),
    (
        Sense::Result("granted"),
        "予以公开 同意公开 准予公开 全部公开 予以全部公开 全部予以公开 完全公开 给予公开 公开答复 予以公开答复 同意公开答复",
    ),
    (Sense::Result("partial"), "部分公开 予以部分公开 同意部分公开 部分予以公开 部分同意公开 区分处理"),
    (
        Sense::Result("deny_*|deny_*+unable_*+reject_*+other*"),
        "不予公开 不予以公开 不同意公开 未予公开 不公开",
    ),
    (Sense::Result("unable_*"), "无法提供 不能提供 无法提供政府信息 无法提供信息 无法公开"),
    (Sense::Result("reject_*"), "不予处理 不予以处理 不作处理"),
    (Sense::Result("other*"), "其他处理 其它处理 其他处理情况"),
    (Sense::Result("deny_secret"), "国家秘密 涉密 涉及国家秘密"),
    (
        Sense::Result("deny_law"),
        "法律行政法规禁止公开 法律、行政法规禁止公开 法律法规禁止公开 行政法规禁止公开 法规禁止公开 法律禁止公开 其他法律行政法规禁止公开",
    ),
    (Sense::Result("deny_safety"), "三安全一稳定 危及三安全一稳定"),
    (
        Sense::Result("deny_third_party"),
        "第三方合法权益 第三方权益 保护第三方合法权益 商业秘密 个人隐私 商业秘密、个人隐私 涉及第三方",
    ),
    (
        Sense::Result("deny_internal"),
        "内部事务 内部事务信息 三类内部事务信息 三类内部事务 属于内部事务信息 内部管理信息",
    ),
    (Sense::Result("deny_process"), "过程性信息 四类过程性信息 过程性 属于过程性信息"),
    (Sense::Result("deny_enforcement"), "行政执法案卷 执法案卷 行政执法案卷信息 执法案卷信息"),
    (Sense::Result("deny_query"), "行政查询事项 行政查询 查询事项"),
    (
        Sense::Result("unable_not_held|unable_*"),
        "不掌握 未掌握 不掌握相关政府信息 本机关不掌握 本机关不掌握相关政府信息 不掌握相关信息 本机关不掌握相关信息",
    ),
    (
        Sense::Result("?unable_not_held|unable_*|other*|other_other"),
        "信息不存在 政府信息不存在 不存在 未制作 未获取 不属于本机关 非本机关 不属于我局 不属于本单位 不属于本行政机关 不属于我机关 不属本机关 不属于我单位",
    ),
    (
        Sense::Result("unable_create"),
        "没有现成信息 没有现成信息需要另行制作 没有现成 另行制作 需要另行制作 需另行制作 无现成信息",
    ),
    (
        Sense::Result("unable_unclear"),
        "仍不明确 补正后仍不明确 补正后申请内容仍不明确 申请内容仍不明确 内容不明确 申请内容不明确 补正后申请内容不明确",
    ),
    (
        Sense::Result("reject_petition"),
        "信访举报投诉类申请 信访举报投诉类 信访举报投诉 信访投诉举报 信访、举报、投诉 信访、投诉、举报 信访类申请 信访类 举报投诉类 投诉举报类 信访投诉类",
    ),
    (Sense::Result("reject_repeat"), "重复申请 属于重复申请 重复提出申请"),
    (Sense::Result("reject_publication"), "公开出版物 要求提供公开出版物 出版物"),
    (
        Sense::Result("reject_abuse"),
        "大量反复申请 无正当理由大量反复申请 无正当理由反复申请 反复申请 大量、反复申请 大量反复",
    ),
    (
        Sense::Result("reject_confirm"),
        "确认或重新出具 要求行政机关确认或重新出具已获取信息 要求确认或重新出具已获取信息 重新出具 确认或者重新出具 重新出具已获取信息 确认或重新出具已获取信息",
    ),
    (
        Sense::Result("other_no_correction|other*"),
        "逾期不补正 逾期未补正 无正当理由逾期不补正 申请人无正当理由逾期不补正 不补正 未补正 未按期补正 申请人逾期不补正 申请人逾期未补正",
    ),
    (
        Sense::Result("other_no_fee|other*"),
        "逾期不缴费 逾期未缴费 逾期未缴纳费用 逾期未按收费通知要求缴纳费用 申请人逾期未按收费通知要求缴纳费用 未按收费通知要求缴纳费用 逾期不缴纳费用 未缴费",
    ),
    (Sense::Applicant("natural"), "自然人 公民 个人 自然人申请 公民个人"),
    (
        Sense::Applicant(ORGANISATIONS),
        "法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人、其他组织 法人与其他组织 法人其他组织 法人 法人组织 法人单位",
    ),
    (Sense::Applicant("business|business+research+charity+legal+other"), "企业 企业法人"),
    (Sense::Applicant("business"), "商业企业"),
    (Sense::Applicant("research"), "科研机构"),
    (Sense::Applicant("charity"), "社会公益组织 公益组织 社会公益"),
    (Sense::Applicant("legal"), "法律服务机构 法律服务组织"),
    (Sense::Applicant("other"), "其他组织"),
    (
        Sense::Outcome("upheld"),
        "维持 结果维持 维持原行政行为 维持原决定 维持原具体行政行为 予以维持 被维持 维持原答复",
    ),
    (Sense::Outcome("corrected"), "纠正 结果纠正 被纠正 纠错 予以纠正 结果被纠正"),
    (Sense::Outcome("other"), "其他结果 其它结果"),
    (
        Sense::Outcome("pending"),
        "尚未审结 未审结 未结 正在审理 正在审理中 审理中 尚在审理 尚在审理中 仍在审理 尚未结案 未结案 待审结 尚未办结完",
    ),
    (
        Sense::Document("issued"),
        "制发 制定 出台 印发 发布 公布 制订 新制定 制定出台 制定印发 制定发布 新出台 新印发",
    ),
    (Sense::Document("made"), "新制作"),
    (Sense::Document("published"), "新公开"),
    (Sense::Document("total"), "对外公开 对外公开总数"),
    (Sense::Document("repealed"), "废止"),
    (Sense::Document("in_force"), "现行有效 现行 有效 现有"),
    (Sense::Other, "其他 其它 其他原因 其他情形 其他类"),
    (Sense::Carried, "结转 结转至 结转到 结转入 转结 转入 转至 延续至 延至"),
    (Sense::Next, "下年 下年度 下一年 下一年度 次年 明年 翌年"),
    (Sense::Previous, "上年 上年度 上一年 上一年度 去年 往年 前一年 历年 前年"),
    (Sense::OwnYear, "本年 本年度 今年 全年 年内 当年 全年度 报告期 本报告期 报告年度"),
    (
        Sense::Nothing,
        "未 没有 无 未收到 没有收到 未接到 未接收到 未发生 没有发生 未产生 未出现 未有 未曾 未曾收到 未曾发生 暂未 暂无 尚未 尚无 均无 均未 \
         均未收到 均未发生 不存在因 没有产生 没有出现 并未 没有因 零 未被 未因",
    ),
    (Sense::All, "均 全部 均已 全部已 都 都已 全数 悉数 已全部 皆 所有申请均 逐件"),
    (Sense::Share, "占 占比 占总数 占总量 占比为 占比达 占比约 占到 占全部 比例为 比重为"),
    (Sense::Each, "各"),
    (Sense::Among, "其中"),
    (Sense::Respectively, "分别"),
    (
        Sense::Compared,
        "同比 环比 比上年 较上年 比去年 较去年 比上一年 较上一年 比上年度 较上年度 比上一年度 较上一年度 相比 增长 增加 减少 下降 上升 增幅 降幅 \
         降低 上涨 提升 提高 翻 较 比 多于 少于",
    ),
    (Sense::Information, "信息 政府信息"),
    (Sense::Filler, "比例 比如 对比 比较 反馈 无障碍 无正当理由 各类 各种 各项 各方面 各自 一处 都有 都能"),
    (
        Sense::Period,
        "上半年 下半年 季度 前三季度 一季度 二季度 三季度 四季度 近三年 三年来 近年来 以来 近两年 近五年 五年来 每年 每月 每季度 月均 平均 日均",
    ),
    (
        Sense::Plan,
        "下一步 下步 计划 力争 争取 预计 目标 来年 今后 将于 拟 若 如果 如有 假如 例如 要求各 每收到",
    ),
    (
        Sense::Part,
        "本级 市级 县级 区级 省级 镇级 乡镇 镇街 街道 各县 县区 区县 各区 各镇 各乡 县市区 县(市、区) 县(市,区) 县(区) 部门 政府办 办公室 办公厅 下属 所属 \
         直属 分局 派出所 大队 支队 村 社区 名义 局机关 委机关 厅机关 基层 下级 园区 开发区 高新区 经开区 各地 各单位 牵头 某",
    ),
    (
        Sense::Whole,
        "全市 全县 全区 全省 全镇 全乡 全州 全旗 全盟 全系统 全局 全委 全厅 全街道 全院 各级 我市 我县 我区 我省 我州 我局 我委 我办 我厅 我镇 我乡 我街道 我院 我所 \
         我中心 我单位 我处 我会 我旗 我队 我部 我署 我机关 本市 本县 本区 本省 本局 本委 本办 本厅 本镇 本乡 本街道 本单位 本机关 本行政机关 本部门 本系统 本中心 全市各级各部门 \
         全县各级各部门 全区各级各部门 全省各级各部门 各级各部门 管委会 我部门 自治区 街道办事处",
    ),
    (Sense::Government, "市政府 县政府 区政府 省政府 州政府 镇政府 乡政府 人民政府"),
    (Sense::Published, "公开 主动公开 公示 双公示 公布信息"),
    (
        Sense::Rate,
        "率 答复率 按时办结率 按期办结率 按时答复率 按期答复率 及时率 满意率 满意度 公开率 覆盖率 解读率 合格率 公示率 录用率 回复率 纠错率 败诉率 发生率",
    ),
    (Sense::Office, "复议机关 行政复议机关 复议机构 行政复议机构 复议局 应诉机关"),
    (Sense::AllRate, "办结率"),
    (
        Sense::Related,
        "信息公开 政府信息公开 政务公开 涉及政府信息公开 涉政府信息公开 涉及信息公开 涉信息公开 信息公开类 政府信息公开类 涉及政府信息公开类 政府信息公开工作 信息公开工作 \
         政府信息公开事务 依申请公开工作 依申请公开引发 因依申请公开 涉及依申请公开",
    ),
    (
        Sense::Doubt,
        "协助 配合 指导 截至目前 实际办理 实际受理 实际答复 有效申请 无效申请 减免 免收 免征 减收 减轻 取消 缓缴 退还 应收 节省 欠缴 予以受理 不予受理 决定受理 涉及 类 关于 主要 超期 逾期 补正 撤回 延期 征求 协办 转办 移交 一审 二审 再审 \
         代理 审理 复核 备案 审查 审核 清理 修订 修改 失效 继续有效 到期 应诉 败诉 胜诉 撤销 开庭 调取 起草 代拟 报送 会签 联合 参与 联办 疑难 首次 同类 同一 \
         确认违法 驳回 调解 和解 终止 简易 当场 审结 结案 未超 归集 应当 至少 不含 不包括 除 撤诉 责令 履行",
    ),
    (
        Sense::Way,
        "网络 网上 在线 信函 邮寄 当面 现场 电子邮件 邮箱 传真 平台 窗口 渠道 网站 书面 口头 邮件 来函 快递 线上 线下 工作日 日内 天内 小时 当日 当天 个月",
    ),
    (
        Sense::AllWays,
        "等渠道 等方式 等途径 等形式 等多种渠道 等多种方式 等各种渠道 各种渠道 各类渠道 多种渠道 各种方式 等平台 各渠道 等多个渠道 等多渠道",
    ),
    (
        Sense::Foreign,
        "建议 提案 信件 来信 来电 来访 留言 工单 诉求 投诉 举报 咨询 信访 民意 意见 热线 网民 网友 问题 政策 解读 培训 会议 稿件 文章 推文 视频 微博 公众号 文件 公文 档案 议案 案卷 \
         项目 合同 线索 纠纷 证照 执照 公报 目录 清单 指南 通知 公告 栏目 舆情 事件 数据 调查 征集 访谈 名单 预算 决算 检查 督查 整改 赔偿 仲裁 公益诉讼 民事 刑事 检察 信用 \
         行政许可申请 法规规章 法规、规章 规章制度 法律法规 地方性法规 动态 简报 图文 图解 简政 民生 实事 事项清单 市长信箱 局长信箱 书记 答复书 告知书 通知书 决定书 回执 点击 访问 浏览 粉丝 \
         公开指南 查阅 低保 救助 贷款 专利 商标 补贴 裁决 听证 决策 新闻 发布会",
    ),
    (
        Sense::Filler,
        "年度 累计 合计 总计 总共 一共 依法 按期 按时 及时 予以 提出 提交 办件 事项 案件 数量 总数 总量 件数 情况 情形 继续 告知 申请人 被申请人 申请内容 申请主体 申请表 决定 作出 本机关 行政机关 \
         相关 有关 要求 已经 另有 另外 此外 属于 因为 由于 引起 引发 导致 产生 发生 针对 任何 单位 组织 社会 群众 公众 机构 主体 掌握 制作 获取 结果 办理结果 年末 年底 截至 截止 原因 理由 \
         规范 严格 按照 规定 法定 期限 时限 以内 之内 内容 工作 政府 行政 处理决定 行政行为 书面答复 包括 包含 即 仅 只 实际 收缴 金额 费用 发出 下发 向 机关 个人信息 政务 事务 方面 上述 全部申请 \
         准确 统一 认真 严肃 积极 妥善 共计 新 总 人 案 宗 该 此 效率 前 后 中 内 从 至 自 起 止 时 间 等 我们 本年度内 期间 范围 职责 权限 负责 保存 现象 正式 圆满 高效 高质量 顺利 完成 达 目前 现收录 收录 其余 剩余 余下",
    ),
];

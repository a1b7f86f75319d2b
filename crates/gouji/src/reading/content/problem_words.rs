//! The words by which section five is understood.

/// The words, in groups, which the constants below name.
pub(super) const WORDS: [&str; 6] = [
    // Of a clause that names a problem.
    "不一 不严 不丰富 不主动 不佳 不便 不健全 不充分 不全 不准 不到位 不勤 不及时 不均 不多 不够 不大 \
     不完善 不实 不尽 不平衡 不广 不强 不新 不明显 不明确 不深 不清 不熟 不理想 不畅 不积极 不稳 不紧 \
     不细 不统一 不规范 不足 不适应 不重视 不高 亟待 亟需 人员少 人手 仍需 任务重 偏 兼任 兼职 力量少 \
     单一 参差不齐 同质化 困难 存在 尚未 局限 差异 差距 差错 应付 弱 慢 拖延 数量少 断档 晦涩 有待 有限 \
     未及时 未能 枯燥 模糊 欠 流于形式 流动性大 淡薄 滞后 瓶颈 生硬 疏漏 短板 碎片化 空白 空缺 笼统 简单 \
     紧缺 缺乏 缺位 缺失 缺少 老化 老旧 脱节 落后 被动 要加大 要更 距离 跟不上 较低 较大压力 较少 过于 \
     还要 还需 迟缓 遗漏 错漏 问题 陈旧 难以 难度 需不断 需丰 需优 需加 需增 需完 需强 需拓 需持续 需推 \
     需提 需改 需深 需要 需规范 需进一步 频繁",
    // Of a clause that names a measure and no problem.
    "专人 专干 严格 丰富 为此 举办 优化 修订 健全 充实 列入 创新 制作 制定 制订 力争 加大 加强 加快 努力 \
     印发 及时 召开 围绕 坚持 培训 增加 增设 学习 安排 完善 定期 实施 实行 对此 对照 将 已 带教 建立 开办 \
     开展 开设 强化 打造 扩大 抓 抽查 拓宽 拓展 持续 指导 推动 推进 措施 提升 提高 改善 改版 改进 整改 \
     新增 明确 更换 核对 梳理 检查 每周 每季 每月 深化 清理 畅通 着力 督促 督导 确保 积极 约谈 纳入 组织 \
     细化 结合 统一 继续 编制 编印 缩小 聚焦 落实 补充 规范 设立 设置 调整 负责 走访 进一步 通报 通过 \
     邀请 配备 采取 针对",
    // Of a measure whatever else its clause says.
    "下一步 下步 今后 接下来 将进一步 将加 将继续 将从 将把 将在 将以 将着力 改进措施 改进情况",
    // Of a measure where its clause does not miss it.
    "整改 解决 补齐 克服 改进",
    "有待 需 亟待 尚 没有 未 不到位 不够彻底 不彻底",
    // Of a clause that leads to problems or measures.
    "取得 成绩 成效 进展 但 相比 主要 以下 如下 虽然 尽管 仍 存在 体现在 表现 方面 工作",
];

pub(super) const PROBLEM: u32 = 1;
pub(super) const MEASURE: u32 = 1 << 1;
pub(super) const SURE_MEASURE: u32 = 1 << 2;
pub(super) const MENDING: u32 = 1 << 3;
pub(super) const MISSING: u32 = 1 << 4;
pub(super) const LEAD: u32 = 1 << 5;

/// Words before 问题 that deny it.
pub(super) const DENIALS: &str = "不存在 没有发现 未发现 没有 无明显 无突出 暂无 未出现 无";

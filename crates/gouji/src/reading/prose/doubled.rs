//! Words and marks that come twice in a row by mistake.

use super::marks::is_ideograph;
use super::{Paragraph, Places};
use crate::reading::search::{begins_in, begins_with, ends_in, first_of, has_any, is_in};

/// The shortest and the longest word, in characters, that is looked for.
const SHORTEST: usize = 2;
const LONGEST: usize = 7;

/// Words that names of offices, places and things begin with as well as end:
/// 政务服务服务中心. They are doubled by mistake only where what comes behind
/// is no part of a name.
const BEGIN_NAMES: &str = "信息 公开 服务 管理 建设 教育 发展 委员会 委员 行政 申请 监督 规范 审查 社会 经济 政策 解读 通知 决定 \
    意见 建议 会议 培训 标准 档案 数据 中心 单位 人员 执法 环境 城市 交通 公安 卫生 农业 文化 医疗 \
    市场 改革 安全 应急 财政 统计 审计 税务 司法 水利 科技 旅游 体育 新闻 网络 政务 机关 街道 社区 \
    图书 商务 质量 技术 保障 业务 考核 评估 督查 检查 调查 咨询 审批 许可 复议 公共 资源 平台 项目 \
    网站 办公室 代表 提案 领导 组织 协调 监管 生态";

/// Words that are said twice on purpose, and words that end one name and
/// begin the next: 区政府政府信息公开.
const SAID_TWICE: &str = "研究 讨论 商量 学习 了解 考虑 交流 沟通 休息 非常 很多 许多 特别 永远 好多 政府 某某 锻炼 整理 \
    宣传 比较 逐步 慢慢 来回 反复";

/// The characters of a paragraph that came last, held against those before
/// them.
#[derive(Debug)]
pub(super) struct Doubled {
    /// The last characters, the newest at `count - 1` modulo its length.
    last: [char; 16],
    count: usize,
    /// For each length of a word, how many characters in a row are the same
    /// as those that many places before them.
    runs: [usize; LONGEST + 1],
    /// How many characters were taken, and where, for each last byte of one, it
    /// was taken last: most characters were not for long, which is soon seen.
    taken: usize,
    taken_last: [usize; 256],
}

impl Default for Doubled {
    fn default() -> Self {
        Self { last: [' '; 16], count: 0, runs: [0; LONGEST + 1], taken: LONGEST + 1, taken_last: [0; 256] }
    }
}

impl Doubled {
    /// Forgets what came before: a mark, or the end of a line.
    pub(super) fn clear(&mut self) {
        self.count = 0;
        self.runs = [0; LONGEST + 1];
    }

    /// Takes the ideograph at `at`.
    pub(super) fn take(&mut self, paragraph: &Paragraph, at: usize, character: char, places: &mut Places) {
        let mask = self.last.len() - 1;
        let last_byte = character as usize & 0xff;
        let distance = self.taken - self.taken_last[last_byte];
        self.taken_last[last_byte] = self.taken;
        self.taken += 1;
        if distance > LONGEST {
            self.runs = [0; LONGEST + 1];
            self.last[self.count & mask] = character;
            self.count += 1;
            return;
        }
        for length in SHORTEST..=LONGEST {
            let is_same = self.count >= length && self.last[(self.count - length) & mask] == character;
            self.runs[length] = if is_same { self.runs[length] + 1 } else { 0 };
        }
        let previous = self.last[self.count.wrapping_sub(1) & mask];
        self.last[self.count & mask] = character;
        self.count += 1;
        let text = paragraph.text.as_str();
        let end = at + character.len_utf8();
        let next = first_of(&text[end..]);
        if character == '的' && previous == '的' && self.count > 1 {
            let start = at - '的'.len_utf8();
            if !ends_in(&text[..start], "目标有打") && !matches!(next, '确' | '士') {
                places.note(paragraph.place(start, end));
            }
            return;
        }
        for length in SHORTEST..=LONGEST {
            // What goes on as it began is one word longer: 务服务服务.
            if self.runs[length] < length || self.last[(self.count - length) & mask] == next {
                continue;
            }
            // Every ideograph looked at has three bytes.
            let word = &text[end - 3 * length..end];
            if is_a_slip(word, length, next, self.count == 2 * length) {
                places.note(paragraph.place(end - 2 * word.len(), end));
                self.clear();
            }
            return;
        }
    }
}

/// Whether nobody writes a word twice on purpose before `next`; `begins` says
/// that nothing stands before it that its first half could end.
fn is_a_slip(word: &str, length: usize, next: char, begins: bool) -> bool {
    let all_same = word.as_bytes().starts_with(&word.as_bytes()[3..]);
    let counts = begins_in(word, "一二三四五六七八九十百千两每半几第");
    if all_same || counts || (length < 4 && has_any(word, SAID_TWICE)) {
        return false;
    }
    if word == "工作" {
        return !is_in(next, "人组领专者会报站部局小");
    }
    // Names of places: 吉林吉林市.
    if is_in(next, "市省县区州路港镇乡村河街机站") {
        return false;
    }
    let begins_a_name = length < 4 && begins_with(word, BEGIN_NAMES) == word.len();
    if begins || !begins_a_name || !is_ideograph(next) {
        return true;
    }
    is_in(
        next,
        "的了和与及在等为是将被把已更加提推进不由向从按依并也都均未则仍较应让使得需须没到开落有稳取做抓负牵",
    )
}

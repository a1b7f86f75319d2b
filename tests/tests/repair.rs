//! Repairs: those of small systems against all there are, those of whole
//! tables against what they promise, and those of reports as they are printed.

#![allow(clippy::expect_used)]

use std::collections::BTreeSet;

use fastrand::Rng;
use gouji::form::CellId;
use gouji::reading::Quantity;
use gouji::repair::{
    Blanks, CellChange, Figure, FigureChange, Part, Place, Repair, RepairSet, Sum, System, Witness, solve,
};
use gouji::{Correction, Options, Report, check};
use gouji_tests::fixtures;
use gouji_tests::slips::{self, Size};

/// The greatest value that is tried.
const LARGE: i64 = 40;

/// More than any figure of a small system can have to be: what can be more
/// has no limit.
const UNLIMITED: i64 = 28;

/// How many small systems are tried, more with `PROPTEST_CASES`; the size of the
/// repairs that are compared is at most 3.
fn cases() -> u64 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300)
}

/// A small table with totals of rows and of columns, and sometimes a balance,
/// with figures that need not add up.
fn small(random: &mut Rng) -> System {
    let (rows, columns) = (random.usize(1..=3), random.usize(1..=3));
    let number = |count| u8::try_from(count).unwrap_or(u8::MAX);
    let mut system = System::default();
    let has_totals = random.bool();
    // One more column for the totals of rows, and one more row for those of
    // columns, with two behind it for the balance of a column.
    let has_balance = has_totals && random.u8(0..3) == 0;
    let all_rows = rows + if has_balance { 3 } else { usize::from(has_totals) };
    for row in 0..all_rows {
        for column in 0..=columns {
            let unknown = random.u8(0..12) == 0;
            system.figures.push(Figure {
                value: (!unknown).then(|| random.i64(0..4)),
                may_be_negative: false,
                by_hand: false,
                place: Place { table: 0, row: number(row), column: number(column) },
            });
        }
    }
    let at = |row: usize, column: usize| row * (columns + 1) + column;
    for row in 0..all_rows {
        let left = (0..columns).map(|column| at(row, column)).collect();
        system.sums.push(Sum { left, right: vec![at(row, columns)] });
    }
    if has_totals {
        for column in 0..=columns {
            let left = (0..rows).map(|row| at(row, column)).collect();
            system.sums.push(Sum { left, right: vec![at(rows, column)] });
            if has_balance {
                let (left, right) =
                    (vec![at(rows + 1, column)], vec![at(rows, column), at(rows + 2, column)]);
                system.sums.push(Sum { left, right });
            }
        }
    }
    if random.bool() {
        settle(&mut system, random);
    }
    system
}

/// Makes most sums hold, so that few changes are needed.
fn settle(system: &mut System, random: &mut Rng) {
    for sum in system.sums.clone() {
        let of = |system: &System, side: &[usize]| -> i64 {
            side.iter().filter_map(|&figure| system.figures[figure].value).sum()
        };
        let difference = of(system, &sum.left) - of(system, &sum.right);
        if let (Some(value), true) = (&mut system.figures[sum.right[0]].value, random.u8(0..5) > 0) {
            *value = (*value + difference).max(0);
        }
    }
}

/// Every assignment of values up to [`LARGE`] to these figures with which all sums hold, for
/// each figure the least and the greatest value; none where there is none. A sum
/// with one open figure gives its value, other figures are tried.
fn ranges(system: &System, open: &[usize]) -> Option<Vec<(i64, i64)>> {
    let mut values: Vec<Option<i64>> = system.figures.iter().map(|figure| figure.value).collect();
    for &figure in open {
        values[figure] = None;
    }
    let mut found = vec![(i64::MAX, i64::MIN); values.len()];
    try_values(system, values, &mut found);
    (found[0].0 <= found[0].1).then_some(found)
}

fn try_values(system: &System, mut values: Vec<Option<i64>>, found: &mut [(i64, i64)]) {
    loop {
        let mut settled = true;
        for sum in &system.sums {
            let all = || sum.left.iter().map(|at| (at, 1)).chain(sum.right.iter().map(|at| (at, -1)));
            let known: i64 = all().filter_map(|(&at, sign)| values[at].map(|value| sign * value)).sum();
            let open: Vec<(usize, i64)> =
                all().filter(|(at, _)| values[**at].is_none()).map(|(&at, sign)| (at, sign)).collect();
            match open[..] {
                [] if known != 0 => return,
                [(at, sign)] => {
                    if !(0..=LARGE).contains(&(-known * sign)) {
                        return;
                    }
                    values[at] = Some(-known * sign);
                    settled = false;
                }
                _ => {}
            }
        }
        if settled {
            break;
        }
    }
    if let Some(open) = values.iter().position(Option::is_none) {
        for value in 0..=LARGE {
            values[open] = Some(value);
            try_values(system, values.clone(), found);
        }
    } else {
        for ((least, most), value) in found.iter_mut().zip(values.into_iter().flatten()) {
            *least = value.min(*least);
            *most = value.max(*most);
        }
    }
}

/// All sets of `size` known figures.
fn choices(known: &[usize], size: usize) -> Vec<Vec<usize>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for (at, &figure) in known.iter().enumerate() {
        for mut choice in choices(&known[at + 1..], size - 1) {
            choice.insert(0, figure);
            all.push(choice);
        }
    }
    all
}

fn figures(set: &RepairSet) -> Vec<usize> {
    set.changes.iter().map(|change| change.figure).collect()
}

/// The figures of the system, changed as the sets say.
fn repaired(system: &System, set: &RepairSet) -> Vec<i64> {
    let mut values: Vec<i64> = system.figures.iter().map(|figure| figure.value.unwrap_or(0)).collect();
    for &(figure, value) in &set.fills {
        assert_eq!(system.figures[figure].value, None, "a known figure is filled");
        values[figure] = value;
    }
    for change in &set.changes {
        values[change.figure] = change.value;
    }
    values
}

fn holds(sum: &Sum, values: &[i64]) -> bool {
    let of = |side: &[usize]| -> i64 { side.iter().map(|&figure| values[figure]).sum() };
    of(&sum.left) == of(&sum.right)
}

#[test]
fn the_repairs_of_small_systems_are_all_there_are_and_no_others() {
    let mut sizes = [0; 4];
    for seed in 0..cases() {
        let mut random = Rng::with_seed(seed);
        let system = small(&mut random);
        let known: Vec<usize> =
            (0..system.figures.len()).filter(|&at| system.figures[at].value.is_some()).collect();
        let solution = solve(&system);
        let size: usize = solution.parts.iter().map(|part| part.at_least).sum();
        if size > 3 {
            continue;
        }
        assert!(solution.parts.iter().all(|part| part.exhaustive), "seed {seed}: {system:?}");
        sizes[size] += 1;
        for smaller in 0..size {
            for choice in choices(&known, smaller) {
                assert_eq!(ranges(&system, &choice), None, "seed {seed}: {choice:?} mends {system:?}");
            }
        }
        let found: usize = solution.parts.iter().map(|part| part.found).product();
        let mut all = 0;
        for choice in choices(&known, size) {
            let Some(ranges) = ranges(&system, &choice) else { continue };
            all += 1;
            let Some(set) = solution.sets.iter().find(|set| figures(set) == choice) else {
                assert!(size == 0 || found > solution.sets.len(), "seed {seed}: {choice:?} is not listed");
                continue;
            };
            for change in &set.changes {
                let (least, most) = ranges[change.figure];
                let most = (most < UNLIMITED).then_some(most);
                assert_eq!((change.least, change.most), (Some(least), most), "seed {seed}: {system:?}");
            }
        }
        assert_eq!(all, found, "seed {seed}: {system:?}");
    }
    assert!(sizes.iter().all(|&count| count > 20), "too few of some size: {sizes:?}");
}

/// What every solution promises, whatever it is of.
fn assert_promises(system: &System) {
    let solution = solve(system);
    for set in &solution.sets {
        let values = repaired(system, set);
        assert!(values.iter().all(|&value| value >= 0));
        assert!(system.sums.iter().all(|sum| holds(sum, &values)), "{set:?} leaves a sum open");
        for change in &set.changes {
            let mut without = values.clone();
            let printed = system.figures[change.figure].value.expect("only known figures are changed");
            without[change.figure] = printed;
            assert!(!system.sums.iter().all(|sum| holds(sum, &without)), "{change:?} is not needed");
            assert!(
                change.least <= Some(change.value) && change.most.is_none_or(|most| change.value <= most)
            );
            assert!(
                change.least > Some(printed) || change.most.is_some_and(|most| most < printed),
                "{change:?} need not be a change"
            );
        }
    }
    for part in &solution.parts {
        assert_part(system, part);
    }
}

fn assert_part(system: &System, part: &Part) {
    assert!(part.size.is_none_or(|size| size >= part.at_least));
    assert!(part.disjoint.len() <= part.at_least);
    let of = |sum: &usize| system.sums[*sum].left.iter().chain(&system.sums[*sum].right);
    for (at, one) in part.disjoint.iter().enumerate() {
        for other in &part.disjoint[at + 1..] {
            let shared = of(one).any(|figure| {
                system.figures[*figure].value.is_some() && of(other).any(|also| also == figure)
            });
            assert!(!shared, "{one} and {other} share a figure");
        }
    }
    let different: BTreeSet<Vec<usize>> = part.sets.iter().map(figures).collect();
    assert_eq!(different.len(), part.sets.len());
}

#[test]
fn repairs_of_whole_tables_keep_what_they_promise() {
    for size in Size::ALL {
        for count in 0..=6 {
            let mut random = Rng::with_seed(count as u64);
            for _ in 0..6 {
                let corrupted = slips::corrupted(&mut random, size, count);
                for blank in [Some(0), None] {
                    assert_promises(&slips::system(&corrupted, blank).0);
                }
            }
        }
    }
}

#[test]
fn tables_that_add_up_need_no_repair() {
    for size in Size::ALL {
        let mut random = Rng::with_seed(7);
        for _ in 0..20 {
            let corrupted = slips::corrupted(&mut random, size, 0);
            let (system, _) = slips::system(&corrupted, Some(0));
            assert_eq!(solve(&system), gouji::repair::Solution::default());
        }
    }
}

#[test]
fn where_one_set_is_the_smallest_and_the_slips_are_it_their_right_values_are_found() {
    for count in 1..=4 {
        let mut random = Rng::with_seed(1000 + count as u64);
        for _ in 0..40 {
            let corrupted = slips::corrupted(&mut random, Size::City, count);
            let (system, cells) = slips::system(&corrupted, Some(0));
            let solution = solve(&system);
            let Some(set) = solution.sets.first() else { continue };
            let changed: BTreeSet<_> = set.changes.iter().map(|change| cells[change.figure]).collect();
            if solution.sets.len() == 1 && changed.iter().eq(corrupted.right.keys()) {
                for change in &set.changes {
                    assert_eq!(change.forced(), corrupted.right.get(&cells[change.figure]).copied());
                }
            } else {
                let size: usize = solution.parts.iter().filter_map(|part| part.size).sum();
                assert!(size <= corrupted.right.len(), "a larger set than the slips");
            }
        }
    }
}

fn figure(value: impl Into<Option<i64>>, row: u8, column: u8) -> Figure {
    Figure {
        value: value.into(),
        may_be_negative: false,
        by_hand: false,
        place: Place { table: 0, row, column },
    }
}

/// One row: parts and their total.
fn row(values: &[i64]) -> System {
    let figures: Vec<Figure> =
        values.iter().zip(0..).map(|(&value, column)| figure(value, 0, column)).collect();
    let total = figures.len() - 1;
    let sums = vec![Sum { left: (0..total).collect(), right: vec![total] }];
    System { figures, sums, witnesses: Vec::new() }
}

fn first(system: &System) -> Vec<FigureChange> {
    solve(system).sets.first().map(|set| set.changes.clone()).unwrap_or_default()
}

#[test]
fn slips_that_people_make_come_first() {
    use gouji::repair::Slip;
    let slip = |values: &[i64]| first(&row(values)).iter().map(|change| (change.figure, change.slip)).next();
    // 123 was meant: a digit is missing, there is one too many, two are swapped, one looks like another.
    assert_eq!(slip(&[23, 40, 163]), Some((0, Some(Slip::DigitMissing))));
    assert_eq!(slip(&[1123, 40, 163]), Some((0, Some(Slip::DigitExtra))));
    assert_eq!(slip(&[213, 40, 163]), Some((0, Some(Slip::DigitsSwapped))));
    assert_eq!(slip(&[723, 40, 163]), Some((0, Some(Slip::DigitConfused))));
    assert_eq!(slip(&[55, 40, 25, 80]), Some((3, Some(Slip::Omits(1)))));
    assert_eq!(slip(&[55, 41, 25, 146]), Some((3, Some(Slip::CountsTwice(2)))));
}

#[test]
fn what_a_person_put_there_is_doubted_last() {
    let mut system = row(&[23, 40, 163]);
    system.figures[0].by_hand = true;
    assert_ne!(first(&system)[0].figure, 0);
    assert_eq!(solve(&system).parts[0].found, 3, "it may be doubted all the same");
}

#[test]
fn a_set_that_agrees_with_the_text_comes_first() {
    let mut system = row(&[23, 40, 163]);
    let stated = |alternatives: &[&[usize]], value| Witness {
        alternatives: alternatives.iter().map(|figures| figures.to_vec()).collect(),
        value,
    };
    system.witnesses = vec![stated(&[&[2]], 63), stated(&[&[0]], 23), stated(&[&[1], &[0, 1]], 63)];
    let solution = solve(&system);
    assert_eq!(figures(&solution.sets[0]), [2]);
    assert_eq!((&solution.sets[0].agreeing, &solution.sets[0].contradicted), (&vec![0], &vec![]));
    let of_first = solution.sets.iter().find(|set| figures(set) == [0]).expect("it is a repair too");
    assert_eq!((&of_first.agreeing, &of_first.contradicted), (&vec![], &vec![1, 2]));
}

#[test]
fn a_number_in_the_wrong_row_is_said_to_belong_to_the_right_one() {
    use gouji::repair::Slip;
    // Two rows with totals and a row of totals; 3 stands in the second row.
    let rows = [[5, 0, 8], [4, 3, 4], [9, 3, 12]];
    let mut system = System::default();
    for (row, values) in (0..).zip(rows) {
        system.figures.extend((0..).zip(values).map(|(column, value)| figure(value, row, column)));
    }
    for row in 0..3 {
        system.sums.push(Sum { left: vec![3 * row, 3 * row + 1], right: vec![3 * row + 2] });
    }
    for column in 0..3 {
        system.sums.push(Sum { left: vec![column, column + 3], right: vec![column + 6] });
    }
    let changes = first(&system);
    let said: Vec<_> = changes.iter().map(|change| (change.figure, change.forced(), change.slip)).collect();
    assert_eq!(said, [(1, Some(3), Some(Slip::StandsAt(4))), (4, Some(0), Some(Slip::BelongsTo(1)))]);
}

#[test]
fn sums_of_another_structure_get_a_bound_and_no_repair() {
    // Every two of four figures make a sum: no signs make a network of that.
    let figures = (0..6).map(|column| figure(1, 0, column)).collect();
    let sum = |left: &[usize], right: &[usize]| Sum { left: left.to_vec(), right: right.to_vec() };
    let sums = vec![sum(&[0, 1], &[3]), sum(&[1, 2], &[4]), sum(&[0, 2], &[5])];
    let solution = solve(&System { figures, sums, witnesses: Vec::new() });
    assert_eq!((solution.parts[0].size, solution.parts[0].exhaustive), (None, false));
    assert!(solution.parts[0].at_least >= 1 && solution.sets.is_empty());
}

/// A report of this repository, checked.
fn checked(name: &str, options: &Options) -> Report {
    check(&fixtures::report(name), options)
}

/// The changes of a repair as people write them down.
fn written(repair: &Repair) -> Vec<String> {
    let target = |change: &CellChange| change.forced().map_or("?".to_owned(), |value| value.to_string());
    let from = |change: &CellChange| change.from.map_or("□".to_owned(), |value| value.to_string());
    let change = |change: &CellChange| format!("{} {} -> {}", change.cell, from(change), target(change));
    repair.changes.iter().map(change).collect()
}

#[test]
fn five_failing_sums_come_from_three_cells() {
    let repairs = checked("五处不平", &Options::default()).repairs;
    assert_eq!((repairs.exhaustive, repairs.size, repairs.found), (true, Some(3), 1));
    assert_eq!(
        written(&repairs.sets[0]),
        [
            "applications.partial.business 4 -> 0",
            "applications.partial.legal 1 -> 0",
            "applications.reject_petition.natural 2 -> 0"
        ]
    );
    let disjoint: Vec<String> = repairs.proofs[0].disjoint.iter().map(ToString::to_string).collect();
    assert_eq!(
        disjoint,
        [
            "applications.column_total.natural",
            "applications.column_total.business",
            "applications.column_total.legal"
        ]
    );
    assert!(repairs.advice.contains("请核对原始台账"), "{}", repairs.advice);
}

#[test]
fn five_failing_sums_of_a_real_report_come_from_three_cells() {
    let Some(shared) = fixtures::shared() else { return };
    let text = fixtures::read(&shared.join("reports/004_616956a4af0ed552.txt"));
    let repairs = check(&text, &Options::default()).repairs;
    assert_eq!((repairs.exhaustive, repairs.size, repairs.found), (true, Some(3), 1));
    assert_eq!(
        written(&repairs.sets[0]),
        [
            "applications.partial.business 3 -> 0",
            "applications.partial.legal 1 -> 0",
            "applications.reject_petition.natural 1 -> 0"
        ]
    );
    assert_eq!(repairs.proofs[0].disjoint.len(), 3);
}

#[test]
fn repairs_of_two_tables_are_put_together() {
    let repairs = checked("两表各错一处", &Options::default()).repairs;
    // One cell of the applications, and any of five of the reviews.
    assert_eq!((repairs.exhaustive, repairs.size, repairs.proofs.len()), (true, Some(2), 2));
    let reviews: BTreeSet<String> = repairs.sets.iter().map(|set| written(set)[1].clone()).collect();
    assert_eq!(
        reviews.into_iter().collect::<Vec<_>>(),
        [
            "review.review.corrected 2 -> 3",
            "review.review.other 1 -> 2",
            "review.review.pending 1 -> 2",
            "review.review.total 8 -> 7",
            "review.review.upheld 3 -> 4"
        ]
    );
    assert!(repairs.sets.iter().all(|set| written(set)[0] == "applications.unable_not_held.total 44 -> 42"));
    assert_eq!(repairs.found, repairs.sets.len());
}

#[test]
fn a_report_that_adds_up_needs_no_repair() {
    let repairs = checked("县政府2024", &Options::default()).repairs;
    assert_eq!((repairs.exhaustive, repairs.size, repairs.sets.len()), (true, Some(0), 0));
    assert_eq!(repairs.advice, "");
}

#[test]
fn what_a_person_put_there_counts_and_is_doubted_last() {
    let cell = CellId::parse("review.review.upheld").expect("the form has it");
    let correction = Correction { cell, printed: "3".to_owned(), value: Quantity::Count(2) };
    let options = Options { corrections: vec![correction], ..Options::default() };
    let repairs = checked("两表各错一处", &options).repairs;
    let last = written(repairs.sets.last().expect("there are several"));
    assert_eq!(last[1], "review.review.upheld 2 -> 4");
}

/// Two failing groups of reviews and lawsuits: the zeros of all are blank.
const BLANKS: &str = "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t
\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计
3\t\t\t2\t4\t1\t\t\t\t1\t\t\t\t\t
";

#[test]
fn blanks_count_as_the_table_reads_or_as_asked() {
    let repairs = |blanks| check(BLANKS, &Options { blanks, ..Options::default() }).repairs;
    let cells = |blanks| repairs(blanks).sets.iter().map(written).collect::<BTreeSet<_>>();
    // 3 + 2 is more than 4 whatever the blanks are: only what is printed can be too much.
    let printed: BTreeSet<Vec<String>> =
        [["review.review.upheld 3 -> 2"], ["review.review.pending 2 -> 1"], ["review.review.total 4 -> 5"]]
            .map(|set| set.map(str::to_owned).to_vec())
            .into();
    assert_eq!(cells(Blanks::Zero), printed);
    assert_eq!(cells(Blanks::AsTheTableReads), printed);
    // Unknown blanks may be more than nothing, so that a change may go further.
    let unknown = repairs(Blanks::Unknown);
    let ranges = unknown.sets.iter().map(|set| &set.changes[0]);
    let ranges: BTreeSet<_> =
        ranges.map(|change| (change.cell.to_string(), change.least, change.most)).collect();
    let expected = [
        ("review.review.pending".to_owned(), Some(0), Some(1)),
        ("review.review.total".to_owned(), Some(5), None),
        ("review.review.upheld".to_owned(), Some(0), Some(2)),
    ];
    assert_eq!(ranges, expected.into());
}

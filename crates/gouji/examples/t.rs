use std::time::Instant;
fn main() {
    let opt = gouji::Options::default();
    let time = |name: &str, text: &str, n: u32| {
        let _ = gouji::check(text, &opt);
        let t = Instant::now();
        let mut c = 0;
        for _ in 0..n {
            c = gouji::check(text, &opt).claims.len();
        }
        println!("{name}: {:?} claims {c} bytes {}", t.elapsed() / n, text.len());
    };
    for f in std::fs::read_dir("/work/shared/reports").unwrap() {
        let p = f.unwrap().path();
        let t = std::fs::read_to_string(&p).unwrap();
        time(&p.display().to_string(), &t, 50);
    }
    for unit in [
        "收到政府信息公开申请5件，",
        "收到政府信息公开申请5件。",
        "均已全部",
        "1",
        "一",
        "（",
        "《",
        "未无没有",
        "(1)",
        "其中1件、",
    ] {
        let text = "一、总体情况\n".to_owned() + &unit.repeat(4_900_000 / unit.len());
        time(unit, &text, 1);
    }
}

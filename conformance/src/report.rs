//! One page of HTML that shows each entry of the data model with its cases, and of each case the program and what both
//! sides print.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;

use crate::case::Case;
use crate::coverage;
use crate::ending::Ending;
use crate::native;
use crate::process;
use crate::recording;
use crate::subject::Subject;

const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#222}\
h1{font-size:1.6rem}h2{font-size:1.2rem;margin:2.2rem 0 .4rem;border-bottom:1px solid #ccc}\
h3{font-size:1rem;margin:1rem 0 .2rem}code,pre{font:13px/1.45 ui-monospace,monospace}\
pre{background:#f6f6f4;padding:.6rem .8rem;overflow:auto;max-height:30rem;margin:.3rem 0}\
.two{display:grid;grid-template-columns:1fr 1fr;gap:.8rem}.two>div{min-width:0}\
a{color:#0645ad;text-decoration:none}table{border-collapse:collapse;table-layout:fixed;width:100%}td{padding:.15rem .8rem .15rem 0;vertical-align:top}\
.bad{color:#b00020;font-weight:600}.good{color:#1a7f37}summary{cursor:pointer}.case{white-space:nowrap}";

/// What stands for the characters that HTML reads otherwise.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What a run printed, and how it ended if not quietly.
fn shown(ending: &Ending) -> String {
    let mut text = escaped(&ending.stdout);
    if !ending.is_quiet() {
        text += &escaped(&format!("\n[{}]\n{}", ending.status, ending.stderr));
    }
    text
}

/// Runs all cases on the subject and writes the page.
///
/// # Errors
/// What running, or reading the recordings, raises.
pub fn page(cases: &[Case], subject: &Subject) -> io::Result<String> {
    let covered = coverage::by_entry(cases)?;
    let unhappy = coverage::unhappy(cases)?;
    let ours = process::map_parallel(cases, |case| subject.run(case));
    let mut good = BTreeMap::new();
    let mut runs = String::new();
    for (case, ours) in cases.iter().zip(ours) {
        let (ours, theirs) = (ours?, recording::read(case)?.unwrap_or_default());
        let same = ours == theirs;
        good.insert(case.name.clone(), same);
        let source = std::fs::read_to_string(&case.file)?;
        let (name, mark) = (escaped(&case.name), mark(same));
        let _ = writeln!(
            runs,
            "<details id=\"{name}\"><summary><code>{name}</code> {mark}</summary><pre>{}</pre>\
             <div class=\"two\"><div><h3>CPython 3.13</h3><pre>{}</pre></div>\
             <div><h3>objmodel</h3><pre>{}</pre></div></div></details>",
            escaped(&source),
            shown(&theirs),
            shown(&ours),
        );
    }
    let equal = good.values().filter(|same| **same).count();
    let mut page = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Conformance</title>\
         <style>{STYLE}</style></head><body><h1>Conformance to the data model</h1>\
         <p>{equal} of {} cases print what CPython 3.13 prints. Each entry lists the cases that witness it; \
         those marked \"errors\" show what is refused.</p>\n",
        cases.len()
    );
    for entry in coverage::entries()? {
        let name = escaped(&entry.name);
        let anchor = escaped(&entry.anchor);
        match entry.kind.as_str() {
            "heading" => {
                let _ = write!(page, "<h2 id=\"s-{anchor}\">{name}</h2>");
            }
            "chapter" => {
                let _ = write!(page, "<h2 id=\"c-{anchor}\">{name}</h2>");
            }
            kind => {
                let _ = write!(page, "<h3 id=\"s-{anchor}\"><code>{name}</code> ({kind})</h3>");
            }
        }
        let witnesses = covered.get(&entry.name).map_or(&[][..], Vec::as_slice);
        page += "<p>";
        for witness in witnesses {
            let same = good.get(witness).copied().unwrap_or(false);
            let error = if unhappy.contains(witness) { " (errors)" } else { "" };
            let differs = if same { "" } else { mark(same) };
            let shown = escaped(witness);
            let _ = write!(
                page,
                "<span class=\"case\"><a href=\"#{shown}\">{shown}</a>{error} {differs}</span>&ensp; "
            );
        }
        for row in &entry.rows {
            let _ = write!(page, "<a href=\"#row-{0}\">{0}</a>; ", escaped(row));
        }
        page += "</p>\n";
    }
    page += "<h2>Native classes</h2><p>What Python code prints of classes written in Rust: on PyO3, or as it was \
             decided, and here.</p><table>";
    for row in native::rows() {
        let _ = writeln!(
            page,
            "<tr id=\"row-{0}\"><td>{0} {1}</td><td><pre>{2}</pre></td><td><pre>{3}</pre></td></tr>",
            escaped(&row.name),
            mark(row.is_good()),
            escaped(&row.expected),
            escaped(&row.ours),
        );
    }
    page += "</table><h2>Cases</h2>\n";
    page += &runs;
    page += "<script>function open_(){const e=document.getElementById(decodeURIComponent(location.hash.slice(1)));\
             if(e&&e.tagName==='DETAILS'){e.open=true;e.scrollIntoView()}}\
             addEventListener('hashchange',open_);open_()</script></body></html>\n";
    Ok(page)
}

fn mark(same: bool) -> &'static str {
    if same { "<span class=\"good\">equal</span>" } else { "<span class=\"bad\">differs</span>" }
}

//! The foot of the page: what checks here, by which forms, and how to see that
//! nothing is sent.

use gouji::form::FORMS;

use crate::element::{Attr, Element, element, landmark};
use crate::words::Words;

pub(crate) fn page_footer(words: &Words) -> Element {
    let forms = FORMS.map(|form| form.document).join("、");
    let mut steps = element("ol");
    for (index, step) in words.proof_steps.into_iter().enumerate() {
        // What index.html declares, word for word, so that it can be compared.
        let policy = (index == 2).then(|| element("code").set(Attr::Lang, "en").string(declared_policy()));
        steps = steps.child(element("li").text(step).maybe(policy));
    }
    let version = (words.version)(env!("CARGO_PKG_VERSION"), gouji::rules::REGISTRY.len());
    let forms = element("span").set(Attr::Lang, "zh-CN").string(forms);
    let proof = element("details#proof")
        .text_in("summary", words.proof)
        .child(element("div.proof-text").text_in("p", words.privacy).child(steps));
    landmark("footer.page-footer", "div.page-footer")
        .string_in("p", version)
        .child(element("p").text(words.forms).text(" ").child(forms))
        .text_in("p", words.keys)
        .child(proof)
}

fn declared_policy() -> String {
    gloo_utils::document()
        .query_selector("meta[http-equiv='Content-Security-Policy']")
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_default()
}

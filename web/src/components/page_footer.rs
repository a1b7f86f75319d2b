//! The foot of the page: what checks here, by which forms, and how to see that
//! nothing is sent.

use gouji::form::FORMS;
use yew::prelude::*;

use crate::words::Words;

pub(crate) fn page_footer(words: &Words) -> Html {
    let forms = FORMS.map(|form| form.document).join("、");
    // What index.html declares, word for word, so that it can be compared.
    let policy = declared_policy();
    html! {
        <footer class="page-footer">
            <p>{ (words.version)(env!("CARGO_PKG_VERSION"), gouji::rules::REGISTRY.len()) }</p>
            <p>{ words.forms }{ " " }<span lang="zh-CN">{ forms }</span></p>
            <p>{ words.keys }</p>
            <details id="proof">
                <summary>{ words.proof }</summary>
                <div class="proof-text">
                    <p>{ words.privacy }</p>
                    <ol>
                        { for words.proof_steps.iter().enumerate().map(|(index, step)| html! {
                            <li>
                                { *step }
                                if index == 2 {
                                    <code lang="en">{ &policy }</code>
                                }
                            </li>
                        }) }
                    </ol>
                </div>
            </details>
        </footer>
    }
}

fn declared_policy() -> String {
    gloo_utils::document()
        .query_selector("meta[http-equiv='Content-Security-Policy']")
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_default()
}

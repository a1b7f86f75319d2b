//! The element's script, read for what it offers.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, bail};
use oxc::allocator::Allocator;
use oxc::ast::ast::{
    Argument, BindingPattern, CallExpression, Class, Expression, MethodDefinition, MethodDefinitionKind,
    StringLiteral, VariableDeclarator,
};
use oxc::ast_visit::{Visit, walk};
use oxc::parser::Parser;
use oxc::span::{GetSpan as _, SourceType};

use super::{Comment, Element, Kind, Member, Token};

/// The constant that holds the element's name.
const NAME: &str = "NAME";

/// Attributes of every element, which the script sets for readers of screens
/// where the page does not.
const OF_EVERY_ELEMENT: [&str; 3] = ["role", "aria-label", "aria-labelledby"];

/// The element that a script defines.
pub(super) fn element(source: &str, tokens: Vec<Token>) -> Result<Element> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::cjs()).parse();
    if parsed.panicked {
        bail!("web/scripts/widget.js is no script");
    }
    let comments = parsed.program.comments.iter().filter(|comment| comment.is_jsdoc());
    let comments = comments
        .map(|comment| (comment.attached_to, Comment::read(comment.content_span().source_text(source))));
    let mut found = Found { comments: comments.collect(), ..Found::default() };
    found.visit_program(&parsed.program);
    let (types, _) = found
        .comments
        .into_iter()
        .map(|(_, comment)| comment)
        .partition(|comment: &Comment| comment.tagged("typedef").next().is_some());
    let element = Element {
        tag: found.name,
        class: found.class.context("web/scripts/widget.js: no class is told of")?,
        told: found.told,
        members: found.members,
        types,
        tokens,
    };
    element.compare("attributes that are", "attr", &found.attributes)?;
    element.compare("events that are", "fires", &found.events)?;
    Ok(element)
}

#[derive(Default)]
struct Found {
    /// Every comment of two stars, with the place of what it is about.
    comments: Vec<(u32, Comment)>,
    name: String,
    class: Option<String>,
    told: Comment,
    members: Vec<Member>,
    attributes: BTreeSet<String>,
    events: BTreeSet<String>,
}

impl Found {
    /// The comment on what begins at `start`, taken out.
    fn comment_on(&mut self, start: u32) -> Option<Comment> {
        let at = self
            .comments
            .iter()
            .rposition(|(about, comment)| *about == start && comment.tagged("typedef").next().is_none())?;
        Some(self.comments.remove(at).1)
    }
}

impl<'a> Visit<'a> for Found {
    fn visit_variable_declarator(&mut self, declared: &VariableDeclarator<'a>) {
        if let (BindingPattern::BindingIdentifier(name), Some(Expression::StringLiteral(value))) =
            (&declared.id, &declared.init)
            && name.name == NAME
        {
            self.name = value.value.to_string();
        }
        walk::walk_variable_declarator(self, declared);
    }

    fn visit_class(&mut self, class: &Class<'a>) {
        if let (Some(name), Some(comment)) = (&class.id, self.comment_on(class.span().start)) {
            self.class = Some(name.name.to_string());
            self.told = comment;
        }
        walk::walk_class(self, class);
    }

    fn visit_method_definition(&mut self, method: &MethodDefinition<'a>) {
        let name = method.key.static_name().unwrap_or_default().into_owned();
        if method.r#static && name == "observedAttributes" {
            Strings(&mut self.attributes).visit_method_definition(method);
        }
        if method.kind == MethodDefinitionKind::Set {
            let both = self.members.iter_mut().filter(|member| member.name == name);
            both.for_each(|member| member.kind = Kind::Property { readonly: false });
        } else if let Some(told) = self.comment_on(method.span().start) {
            let kind = match method.kind {
                MethodDefinitionKind::Get => Kind::Property { readonly: true },
                _ => Kind::Method,
            };
            self.members.push(Member { name, kind, told });
        }
        walk::walk_method_definition(self, method);
    }

    fn visit_call_expression(&mut self, call: &CallExpression<'a>) {
        let called =
            call.callee.get_member_expr().and_then(|it| Some((it.object(), it.static_property_name()?)));
        if let (Some((Expression::ThisExpression(_), called)), Some(Argument::StringLiteral(name))) =
            (called, call.arguments.first())
        {
            let name = name.value.to_string();
            match called {
                "tell" => {
                    self.events.insert(name);
                }
                "getAttribute" | "hasAttribute" if !OF_EVERY_ELEMENT.contains(&name.as_str()) => {
                    self.attributes.insert(name);
                }
                _ => {}
            }
        }
        walk::walk_call_expression(self, call);
    }
}

/// Collects the strings within something.
struct Strings<'it>(&'it mut BTreeSet<String>);

impl<'a> Visit<'a> for Strings<'_> {
    fn visit_string_literal(&mut self, string: &StringLiteral<'a>) {
        self.0.insert(string.value.to_string());
    }
}

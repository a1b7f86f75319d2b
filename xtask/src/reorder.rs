//! The functions of a module in the order that packs best.
//!
//! What is sent is packed with gzip, which looks back 32 kB and no further, and
//! a module is twenty times as long. The code of one function is much like that
//! of some others, so they are put next to each other: 2 % of the page.

use std::collections::HashMap;

use anyhow::{Context as _, Result};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// How many bytes in a row must be the same to be of use to gzip.
const ALIKE: usize = 6;

/// How many bytes of the functions just placed the next one is compared with.
const WINDOW: usize = 8000;

/// Added to the length of a function, so that the shortest ones, of which a few
/// bytes are alike by chance, do not come first.
const SHORT: u64 = 300;

/// The same module, its functions in another order.
pub(crate) fn with_like_functions_together(module: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload.context("the module could not be read")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let order = order(&bodies);
    let mut places = vec![0; order.len()];
    for (&function, place) in order.iter().zip(imported..) {
        places[function] = place;
    }
    let mut reordered = Module::new();
    Renumbering { imported, order, places }
        .parse_core_module(&mut reordered, Parser::new(0), module)
        .context("the functions of the module could not be put into another order")?;
    Ok(reordered.finish())
}

/// Writes a module with its own functions in another order.
struct Renumbering {
    /// How many functions come from outside; their numbers are the first.
    imported: u32,
    /// The functions of the module, as they come.
    order: Vec<usize>,
    /// The new number of each.
    places: Vec<u32>,
}

impl Reencode for Renumbering {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error> {
        let own = function.checked_sub(self.imported);
        Ok(own.map_or(function, |own| self.places[own as usize]))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for &function in &self.order {
            functions.function(types[function]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in self.order.clone() {
            self.parse_function_body(code, bodies[function].clone())?;
        }
        Ok(())
    }
}

/// After each function the one of which most stands in those just before.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let pieces = shared_pieces(bodies);
    let mut with_piece: Vec<Vec<usize>> = Vec::new();
    for (function, pieces) in pieces.iter().enumerate() {
        for &piece in pieces {
            with_piece.resize_with(with_piece.len().max(piece + 1), Vec::new);
            with_piece[piece].push(function);
        }
    }
    // How often each piece stands in the window, and how many pieces of each
    // function do.
    let mut seen = vec![0_u32; with_piece.len()];
    let mut known = vec![0_u64; bodies.len()];
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order: Vec<usize> = Vec::with_capacity(bodies.len());
    let (mut first, mut length) = (0, 0);
    let weight = |function: usize| bodies[function].len() as u64 + SHORT;
    // At equal terms the earlier one, so that the order is always the same.
    let better =
        |known: &[u64], one: usize, other: usize| known[one] * weight(other) > known[other] * weight(one);
    while let Some(at) =
        (0..left.len()).reduce(|best, at| if better(&known, left[at], left[best]) { at } else { best })
    {
        let next = left.remove(at);
        order.push(next);
        length += bodies[next].len();
        for &piece in &pieces[next] {
            seen[piece] += 1;
            if seen[piece] == 1 {
                with_piece[piece].iter().for_each(|&function| known[function] += 1);
            }
        }
        while length > WINDOW && first + 1 < order.len() {
            let gone = order[first];
            first += 1;
            length -= bodies[gone].len();
            for &piece in &pieces[gone] {
                seen[piece] -= 1;
                if seen[piece] == 0 {
                    with_piece[piece].iter().for_each(|&function| known[function] -= 1);
                }
            }
        }
    }
    order
}

/// The pieces of each function that stand in others as well, each once and by number.
fn shared_pieces(bodies: &[&[u8]]) -> Vec<Vec<usize>> {
    let of_each: Vec<Vec<&[u8]>> = bodies
        .iter()
        .map(|body| {
            let mut pieces: Vec<&[u8]> = body.windows(ALIKE).collect();
            pieces.sort_unstable();
            pieces.dedup();
            pieces
        })
        .collect();
    let mut functions: HashMap<&[u8], u32> = HashMap::new();
    for piece in of_each.iter().flatten() {
        *functions.entry(piece).or_default() += 1;
    }
    let mut numbers: HashMap<&[u8], usize> = HashMap::new();
    let mut number = |piece| {
        let next = numbers.len();
        *numbers.entry(piece).or_insert(next)
    };
    let mut shared = Vec::new();
    for pieces in of_each {
        shared.push(pieces.into_iter().filter(|piece| functions[piece] > 1).map(&mut number).collect());
    }
    shared
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    };
    use wasm_encoder::{Function, FunctionSection, ImportSection, Module, RefType, TableSection, TableType};
    use wasm_encoder::{TypeSection, ValType};

    use super::*;

    /// Two functions that are alike with a third between them, which calls all
    /// of them; the last is exported and stands in the table.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([], [ValType::I64]);
        let mut imports = ImportSection::new();
        imports.import("outside", "called", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(1).function(0).function(1);
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            minimum: 1,
            maximum: None,
            table64: false,
            shared: false,
        });
        let mut exports = ExportSection::new();
        exports.export("second_of_the_like", ExportKind::Func, 3);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(0), Elements::Functions([3].as_slice().into()));
        let mut code = CodeSection::new();
        let returning = |numbers: [i64; 3]| {
            let mut function = Function::new([]);
            let mut code = function.instructions();
            code.i64_const(numbers[0]).i64_const(numbers[1]).i64_add().i64_const(numbers[2]).i64_add().end();
            function
        };
        code.function(&returning([0x0123_4567_89ab, 0x7777_5555_3333, 1]));
        let mut calling = Function::new([]);
        calling.instructions().call(0).call(1).drop().call(3).drop().end();
        code.function(&calling);
        code.function(&returning([0x0123_4567_89ab, 0x7777_5555_3333, 2]));
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables);
        module.section(&exports).section(&elements).section(&code);
        module.finish()
    }

    #[test]
    fn like_functions_come_together_and_are_called_by_their_new_numbers() {
        let reordered = with_like_functions_together(&module()).unwrap();
        let mut seen = Vec::new();
        for payload in Parser::new(0).parse_all(&reordered) {
            match payload.unwrap() {
                Payload::FunctionSection(types) => {
                    seen.push(format!(
                        "types {:?}",
                        types.into_iter().map(Result::unwrap).collect::<Vec<_>>()
                    ));
                }
                Payload::ExportSection(exports) => {
                    seen.extend(
                        exports.into_iter().map(|export| format!("export {}", export.unwrap().index)),
                    );
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let wasmparser::ElementItems::Functions(items) = element.unwrap().items else {
                            panic!()
                        };
                        seen.extend(items.into_iter().map(|function| format!("table {}", function.unwrap())));
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let calls =
                        body.get_operators_reader().unwrap().into_iter().filter_map(
                            |operator| match operator.unwrap() {
                                wasmparser::Operator::Call { function_index } => Some(function_index),
                                _ => None,
                            },
                        );
                    seen.push(format!("calls {:?}", calls.collect::<Vec<_>>()));
                }
                _ => {}
            }
        }
        let expected = ["types [1, 1, 0]", "export 2", "table 2", "calls []", "calls []", "calls [0, 1, 2]"];
        assert_eq!(seen, expected);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(with_like_functions_together(b"no module").is_err());
    }
}

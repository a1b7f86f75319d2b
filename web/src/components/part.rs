//! The parts of the page that are drawn again by themselves.
//!
//! Yew writes out all that makes a component for each type of component: two
//! kilobytes each. It is shown one type here, behind which all of them stand.

use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;

use yew::html::Scope;
use yew::virtual_dom::VComp;
use yew::{Component, Context, Html, Properties};

use crate::element::nothing;

/// A part with a state of its own, or one that is spared being drawn again while
/// what it shows is the same.
pub(crate) trait Part: Sized + 'static {
    /// What it shows.
    type Shown: PartialEq + 'static;
    /// What it hears from itself.
    type Message: 'static;

    /// Begins it.
    fn create(shown: &Self::Shown) -> Self;

    /// Hears something. It is drawn again where the answer is true.
    fn hear(&mut self, _shown: &Self::Shown, _message: Self::Message) -> bool {
        false
    }

    /// Is about to show something else.
    fn change(&mut self, _shown: &Self::Shown, _before: &Self::Shown) {}

    /// Draws it.
    fn draw(&self, shown: &Self::Shown, own: Own<Self>) -> Html;

    /// It stands in the document as it was drawn.
    fn drawn(&mut self, _shown: &Self::Shown, _own: Own<Self>, _is_first: bool) {}
}

/// The way of a part to itself.
pub(crate) struct Own<P> {
    holder: Scope<Holder>,
    part: PhantomData<P>,
}

impl<P: Part> Own<P> {
    fn new(holder: &Scope<Holder>) -> Self {
        Self { holder: holder.clone(), part: PhantomData }
    }

    /// Tells the part something.
    pub(crate) fn tell(&self, message: P::Message) {
        tell(&self.holder, Box::new(message));
    }
}

impl<P: Part> Clone for Own<P> {
    fn clone(&self) -> Self {
        Self::new(&self.holder)
    }
}

/// A part that shows this, with the key by which it is known among others.
pub(super) fn part<P: Part>(shown: P::Shown, key: Option<&str>) -> Html {
    hold(Held { kind: &Of::<P>(PhantomData), shown: Rc::new(shown) }, key)
}

/// What a part shows, and which part that is.
pub(crate) struct Held {
    kind: &'static dyn Kind,
    shown: Rc<dyn Any>,
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        self.kind.is_same(&*self.shown, &*other.shown)
    }
}

impl Properties for Held {
    type Builder = ();

    fn builder() -> Self::Builder {}
}

/// A type of parts.
trait Kind {
    fn create(&self, shown: &dyn Any) -> Option<Box<dyn Drawn>>;
    fn is_same(&self, one: &dyn Any, other: &dyn Any) -> bool;
}

struct Of<P>(PhantomData<P>);

impl<P: Part> Kind for Of<P> {
    fn create(&self, shown: &dyn Any) -> Option<Box<dyn Drawn>> {
        Some(Box::new(P::create(shown.downcast_ref()?)))
    }

    fn is_same(&self, one: &dyn Any, other: &dyn Any) -> bool {
        match (one.downcast_ref::<P::Shown>(), other.downcast_ref()) {
            (Some(one), Some(other)) => one == other,
            _ => false,
        }
    }
}

/// A part, whatever its type.
trait Drawn {
    fn hear(&mut self, shown: &dyn Any, message: Box<dyn Any>) -> bool;
    fn change(&mut self, shown: &dyn Any, before: &dyn Any);
    fn draw(&self, shown: &dyn Any, holder: &Scope<Holder>) -> Html;
    fn drawn(&mut self, shown: &dyn Any, holder: &Scope<Holder>, is_first: bool);
}

impl<P: Part> Drawn for P {
    fn hear(&mut self, shown: &dyn Any, message: Box<dyn Any>) -> bool {
        match (shown.downcast_ref(), message.downcast()) {
            (Some(shown), Ok(message)) => Part::hear(self, shown, *message),
            _ => false,
        }
    }

    fn change(&mut self, shown: &dyn Any, before: &dyn Any) {
        if let (Some(shown), Some(before)) = (shown.downcast_ref(), before.downcast_ref()) {
            Part::change(self, shown, before);
        }
    }

    fn draw(&self, shown: &dyn Any, holder: &Scope<Holder>) -> Html {
        shown.downcast_ref().map_or_else(nothing, |shown| Part::draw(self, shown, Own::new(holder)))
    }

    fn drawn(&mut self, shown: &dyn Any, holder: &Scope<Holder>, is_first: bool) {
        if let Some(shown) = shown.downcast_ref() {
            Part::drawn(self, shown, Own::new(holder), is_first);
        }
    }
}

/// The component that holds a part.
struct Holder {
    part: Option<Box<dyn Drawn>>,
}

impl Component for Holder {
    type Message = Box<dyn Any>;
    type Properties = Held;

    fn create(context: &Context<Self>) -> Self {
        let Held { kind, shown } = context.props();
        Self { part: kind.create(&**shown) }
    }

    fn update(&mut self, context: &Context<Self>, message: Box<dyn Any>) -> bool {
        self.part.as_mut().is_some_and(|part| part.hear(&*context.props().shown, message))
    }

    fn changed(&mut self, context: &Context<Self>, old: &Held) -> bool {
        let Held { kind, shown } = context.props();
        if (**shown).type_id() != (*old.shown).type_id() {
            self.part = kind.create(&**shown);
        } else if let Some(part) = &mut self.part {
            part.change(&**shown, &*old.shown);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let shown = &*context.props().shown;
        self.part.as_ref().map_or_else(nothing, |part| part.draw(shown, context.link()))
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        if let Some(part) = &mut self.part {
            part.drawn(&*context.props().shown, context.link(), is_first);
        }
    }
}

#[inline(never)]
fn hold(held: Held, key: Option<&str>) -> Html {
    VComp::new::<Holder>(Rc::new(held), key.map(Into::into)).into()
}

#[inline(never)]
fn tell(holder: &Scope<Holder>, message: Box<dyn Any>) {
    holder.send_message(message);
}

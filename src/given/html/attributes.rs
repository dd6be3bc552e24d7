//! The attributes that say something of a text.

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    Class,
    Content,
    DateTime,
    Hidden,
    AriaHidden,
    Href,
    Id,
    ItemProperty,
    Open,
    Relation,
    Role,
    Style,
    Type,
}

const COUNT: usize = 13;

impl Attribute {
    /// The attribute of that name, if it says anything. `name` and `property` of `meta` are one.
    pub fn by_name(name: &[u8]) -> Option<Attribute> {
        Some(match name {
            b"class" => Attribute::Class,
            b"content" => Attribute::Content,
            b"datetime" => Attribute::DateTime,
            b"hidden" => Attribute::Hidden,
            b"aria-hidden" => Attribute::AriaHidden,
            b"href" => Attribute::Href,
            b"id" => Attribute::Id,
            b"itemprop" | b"property" | b"name" => Attribute::ItemProperty,
            b"open" => Attribute::Open,
            b"rel" => Attribute::Relation,
            b"role" => Attribute::Role,
            b"style" => Attribute::Style,
            b"type" => Attribute::Type,
            _ => return None,
        })
    }
}

/// The attributes of one tag. Values are in lower case but for those that are text or names.
#[derive(Debug, Default)]
pub struct Attributes([Option<String>; COUNT]);

/// Longer values say nothing that matters here.
const LONGEST: usize = 2048;

impl Attributes {
    /// Notes that an attribute is there; of two of a name the first holds.
    pub fn note(&mut self, attribute: Option<Attribute>) {
        if let Some(place) = attribute.and_then(|attribute| self.0.get_mut(attribute as usize)) {
            place.get_or_insert_default();
        }
    }

    /// Sets the value of the attribute that was noted last.
    pub fn set(&mut self, attribute: Option<Attribute>, value: &[u8]) {
        let Some((attribute, place)) = attribute.and_then(|known| Some((known, self.0.get_mut(known as usize)?)))
        else {
            return;
        };
        if place.as_ref().is_none_or(String::is_empty) {
            let value = String::from_utf8_lossy(value.get(..LONGEST).unwrap_or(value));
            let is_kept =
                matches!(attribute, Attribute::Class | Attribute::Content | Attribute::DateTime | Attribute::Id);
            *place = Some(if is_kept { value.into_owned() } else { value.to_ascii_lowercase() });
        }
    }

    /// The value of an attribute; empty where it is absent or has none.
    pub fn get(&self, attribute: Attribute) -> &str {
        self.0.get(attribute as usize).and_then(Option::as_deref).unwrap_or("")
    }

    /// Whether an attribute is there.
    pub fn has(&self, attribute: Attribute) -> bool {
        self.0.get(attribute as usize).is_some_and(Option::is_some)
    }

    /// The value of a property of the `style` attribute.
    pub fn style(&self, property: &str) -> Option<&str> {
        let declarations = self.get(Attribute::Style).split(';').rev();
        let mut pairs = declarations.filter_map(|declaration| declaration.split_once(':'));
        let (_, value) = pairs.find(|(name, _)| name.trim() == property)?;
        Some(value.split('!').next().unwrap_or(value).trim())
    }
}

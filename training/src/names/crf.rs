//! Training: maximum likelihood of what the gold allows (Tsuboi and others 2008), by AdaGrad (Duchi and others 2011)
//! with an L1 penalty that is paid when a feature is next seen.

use super::corpus::Example;
use super::random;
use article_analyzer::report::EntityLabel;
use article_analyzer::tags::names::attributes::{Attribute, Attributes, Lists};
use article_analyzer::tags::names::labels::{self, TAGS};
use article_analyzer::tags::names::model::{self, FEATURE_BITS};
use article_analyzer::tags::names::rules::Template;

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub epochs: usize,
    /// Step of AdaGrad.
    pub rate: f32,
    pub l1: f32,
    /// Features seen less often are left out.
    pub at_least: u32,
    /// Share of the features that a step does not see, others each time (feature noising; Wang and others 2013).
    pub noise: f32,
    /// Share of the tokens whose own form a step does not see: what is left must do for words never met.
    pub blind: f32,
}

type Row = [f32; TAGS];

/// Trained weights.
pub struct Trained {
    /// Hash and weights of each feature.
    pub features: Vec<(u32, Row)>,
    /// From each tag (inner) to each (outer).
    pub transitions: [Row; TAGS],
    pub start: Row,
}

impl Trained {
    /// Leans towards names: takes from the steps to tokens outside all names, and adds to those that begin a thing.
    pub fn leaning(mut self, (names, things): (f32, f32)) -> Trained {
        use EntityLabel::{Event, Facility, Product, Work};
        let is_thing = |tag: usize| {
            labels::label_of(tag).is_some_and(|label| {
                tag == labels::begins(label) && [Product, Work, Event, Facility].contains(&labels::LABELS[label])
            })
        };
        for tag in 0..TAGS {
            let more = if tag == labels::OUTSIDE {
                -names
            } else if is_thing(tag) {
                things
            } else {
                0.0
            };
            self.start[tag] += more;
            self.transitions[tag].iter_mut().for_each(|weight| *weight += more);
        }
        self
    }
}

struct Sentence {
    /// Where the features of each token begin, and the end.
    starts: Vec<u32>,
    /// The number of a feature; its highest bit says that it is of the token's own form.
    features: Vec<u32>,
    allowed: Vec<u32>,
    weight: f32,
}

/// Says of a feature that it is of the token's own form.
const OF_FORM: u32 = 1 << 31;

/// Sentences to train on.
pub struct Part {
    pub examples: Vec<Example>,
    /// How much each weighs.
    pub weight: f32,
    /// Whether they are copies of others: features that only copies have are left out.
    pub is_copied: bool,
}

pub struct Trainer {
    sentences: Vec<Sentence>,
    hashes: Vec<u32>,
}

impl Trainer {
    /// Reads the features of all sentences.
    pub fn new(parts: &[Part], lists: Lists<'_>, at_least: u32) -> Trainer {
        let mut sentences = Vec::new();
        let mut attributes = Attributes::default();
        let mut counts = vec![0u32; 1 << FEATURE_BITS];
        let of_form: Vec<bool> = lists.rules.templates.iter().map(|template| is_of_form(template)).collect();
        for Part { examples, weight, is_copied } in parts {
            for example in examples.iter().filter(|example| !example.tokens.is_empty()) {
                attributes.read(&example.text, &example.tokens, lists);
                let (mut starts, mut features) = (vec![0], Vec::new());
                for place in 0..example.tokens.len() {
                    model::features(attributes.rows(), place, lists.rules.templates, |hash, template| {
                        features.push(if of_form[template] { hash | OF_FORM } else { hash });
                        counts[hash as usize] += u32::from(!is_copied);
                    });
                    starts.push(features.len() as u32);
                }
                sentences.push(Sentence { starts, features, allowed: example.allowed.clone(), weight: *weight });
            }
        }
        let mut numbers = counts;
        let mut hashes = Vec::new();
        for (hash, count) in numbers.iter_mut().enumerate() {
            *count = if *count >= at_least {
                hashes.push(hash as u32);
                hashes.len() as u32 - 1
            } else {
                u32::MAX
            };
        }
        for sentence in &mut sentences {
            renumber(sentence, &numbers);
        }
        eprintln!("{} sentences, {} features", sentences.len(), hashes.len());
        Trainer { sentences, hashes }
    }

    /// Trains; weights of nothing are left out.
    pub fn train(&self, settings: Settings) -> Trained {
        let mut state = State::new(self.hashes.len(), settings);
        let mut order: Vec<usize> = (0..self.sentences.len()).collect();
        let mut random = random::SEED;
        for epoch in 0..settings.epochs {
            random::shuffle(&mut order, &mut random);
            let loss: f64 = order.iter().map(|number| state.learn(&self.sentences[*number], &mut random)).sum();
            eprintln!("epoch {epoch}: loss {loss:.0}");
        }
        state.settle();
        let features = self.hashes.iter().copied().zip(state.weights);
        Trained {
            features: features.filter(|(_, row)| row.iter().any(|weight| *weight != 0.0)).collect(),
            transitions: state.transitions,
            start: state.start,
        }
    }
}

fn renumber(sentence: &mut Sentence, numbers: &[u32]) {
    let mut kept = Vec::new();
    let mut starts = vec![0];
    for bounds in sentence.starts.windows(2) {
        let features = &sentence.features[bounds[0] as usize..bounds[1] as usize];
        let numbered = features.iter().map(|hash| (numbers[(hash & !OF_FORM) as usize], hash & OF_FORM));
        kept.extend(numbered.filter(|(number, _)| *number != u32::MAX).map(|(number, form)| number | form));
        starts.push(kept.len() as u32);
    }
    (sentence.features, sentence.starts) = (kept, starts);
}

/// Whether a template looks at the token's own form, or at the lists that hold it.
fn is_of_form(template: Template) -> bool {
    use Attribute::*;
    let form = [Word, Lower, First, First2, First3, Last, Last2, Last3, Listed, ListedOn];
    let of_run = [RunLast, RunFirst];
    template.iter().any(|(offset, attribute)| (*offset == 0 && form.contains(attribute)) || of_run.contains(attribute))
}

struct State {
    settings: Settings,
    step: u32,
    weights: Vec<Row>,
    squares: Vec<Row>,
    seen: Vec<u32>,
    transitions: [Row; TAGS],
    transition_squares: [Row; TAGS],
    start: Row,
    start_squares: Row,
    // Memory of one sentence, used again.
    features: Vec<u32>,
    ends: Vec<u32>,
    scores: Vec<Row>,
    forward: Vec<Row>,
    gradient: Vec<Row>,
}

const FIRST_SQUARE: f32 = 1e-2;

/// Gradients of the steps between tags.
struct StepGradient {
    transitions: [Row; TAGS],
    start: Row,
}

impl State {
    fn new(features: usize, settings: Settings) -> State {
        State {
            settings,
            step: 0,
            weights: vec![[0.0; TAGS]; features],
            squares: vec![[FIRST_SQUARE; TAGS]; features],
            seen: vec![0; features],
            transitions: [[0.0; TAGS]; TAGS],
            transition_squares: [[FIRST_SQUARE; TAGS]; TAGS],
            start: [0.0; TAGS],
            start_squares: [FIRST_SQUARE; TAGS],
            features: Vec::new(),
            ends: Vec::new(),
            scores: Vec::new(),
            forward: Vec::new(),
            gradient: Vec::new(),
        }
    }

    /// Pays the penalty for the steps in which a feature was not seen.
    fn shrink(&mut self, feature: usize) {
        let steps = self.step - self.seen[feature];
        self.seen[feature] = self.step;
        if steps == 0 || self.settings.l1 <= 0.0 {
            return;
        }
        let pay = self.settings.l1 * self.settings.rate * steps as f32;
        for (weight, square) in self.weights[feature].iter_mut().zip(&self.squares[feature]) {
            if *weight != 0.0 {
                let due = pay / square.sqrt();
                *weight = if *weight > due {
                    *weight - due
                } else if *weight < -due {
                    *weight + due
                } else {
                    0.0
                };
            }
        }
    }

    fn settle(&mut self) {
        for feature in 0..self.weights.len() {
            self.shrink(feature);
        }
    }

    /// One step; gives the sentence's loss.
    fn learn(&mut self, sentence: &Sentence, random: &mut u64) -> f64 {
        self.step += 1;
        let length = sentence.allowed.len();
        self.see(sentence, random);
        self.score();
        let steps: [Row; TAGS] =
            std::array::from_fn(|to| {
                std::array::from_fn(|from| {
                    if labels::may_follow(Some(from), to) { self.transitions[to][from].exp() } else { 0.0 }
                })
            });
        let start: Row =
            std::array::from_fn(|to| if labels::may_follow(None, to) { self.start[to].exp() } else { 0.0 });
        self.gradient.clear();
        self.gradient.resize(length, [0.0; TAGS]);
        let mut of_steps = StepGradient { transitions: [[0.0; TAGS]; TAGS], start: [0.0; TAGS] };
        let all = self.pass(&steps, &start, |_| u32::MAX, 1.0, &mut of_steps);
        let allowed = self.pass(&steps, &start, |place| sentence.allowed[place], -1.0, &mut of_steps);
        let (Some(all), Some(allowed)) = (all, allowed) else { return 0.0 };
        self.update(sentence, &of_steps);
        all - allowed
    }

    /// Takes the features that this step sees.
    fn see(&mut self, sentence: &Sentence, random: &mut u64) {
        let Settings { noise, blind, .. } = self.settings;
        self.features.clear();
        self.ends.clear();
        self.ends.push(0);
        for bounds in sentence.starts.windows(2) {
            let hidden = if random::happens(random, blind) { OF_FORM } else { 0 };
            for feature in &sentence.features[bounds[0] as usize..bounds[1] as usize] {
                if feature & hidden == 0 && !random::happens(random, noise) {
                    self.features.push(feature & !OF_FORM);
                }
            }
            self.ends.push(self.features.len() as u32);
        }
    }

    /// Exponentials of the scores, each token's largest being 1.
    fn score(&mut self) {
        self.scores.clear();
        let share = 1.0 / (1.0 - self.settings.noise);
        for place in 1..self.ends.len() {
            let mut scores = [0.0; TAGS];
            for at in self.ends[place - 1]..self.ends[place] {
                let feature = self.features[at as usize] as usize;
                self.shrink(feature);
                for (score, weight) in scores.iter_mut().zip(&self.weights[feature]) {
                    *score += share * weight;
                }
            }
            let largest = scores.iter().copied().fold(f32::MIN, f32::max);
            self.scores.push(scores.map(|score| (score - largest).exp()));
        }
    }

    /// Forward and backward over what is allowed; adds `sign` times the expectations to the gradients, and gives the
    /// logarithm of the sum of all ways. `None` where nothing allowed has any weight.
    fn pass(
        &mut self,
        steps: &[Row; TAGS],
        start: &Row,
        allowed: impl Fn(usize) -> u32,
        sign: f32,
        of_steps: &mut StepGradient,
    ) -> Option<f64> {
        let may = |place: usize, tag: usize| allowed(place) >> tag & 1 == 1;
        let mut sums = Vec::with_capacity(self.scores.len());
        self.forward.clear();
        let mut logarithm = 0.0;
        for (place, scores) in self.scores.iter().enumerate() {
            let mut row = [0.0; TAGS];
            for tag in 0..TAGS {
                if may(place, tag) {
                    let ways = match place.checked_sub(1) {
                        Some(before) => dot(&self.forward[before], &steps[tag]),
                        None => start[tag],
                    };
                    row[tag] = ways * scores[tag];
                }
            }
            let sum: f32 = row.iter().sum();
            if sum <= 1e-35 || !sum.is_finite() {
                return None;
            }
            self.forward.push(row.map(|value| value / sum));
            sums.push(sum);
            logarithm += f64::from(sum).ln();
        }
        let mut backward = [1.0; TAGS];
        for place in (0..self.scores.len()).rev() {
            for tag in 0..TAGS {
                self.gradient[place][tag] += sign * self.forward[place][tag] * backward[tag];
            }
            let Some(before) = place.checked_sub(1) else { break };
            let ahead: Row = std::array::from_fn(|tag| {
                if may(place, tag) { self.scores[place][tag] * backward[tag] / sums[place] } else { 0.0 }
            });
            backward = [0.0; TAGS];
            for to in 0..TAGS {
                for from in 0..TAGS {
                    let way = steps[to][from] * ahead[to];
                    backward[from] += way;
                    of_steps.transitions[to][from] += sign * self.forward[before][from] * way;
                }
            }
        }
        for tag in 0..TAGS {
            of_steps.start[tag] += sign * self.forward[0][tag] * backward[tag];
        }
        Some(logarithm)
    }

    fn update(&mut self, sentence: &Sentence, of_steps: &StepGradient) {
        let rate = self.settings.rate;
        let step = |weight: &mut f32, square: &mut f32, gradient: f32| {
            *square += gradient * gradient;
            *weight -= rate * gradient / square.sqrt();
        };
        for (place, bounds) in self.ends.windows(2).enumerate() {
            let gradient =
                self.gradient[place].map(|value| if value.abs() > 1e-3 { value * sentence.weight } else { 0.0 });
            if gradient.iter().all(|value| *value == 0.0) {
                continue;
            }
            for feature in &self.features[bounds[0] as usize..bounds[1] as usize] {
                let (weights, squares) = (&mut self.weights[*feature as usize], &mut self.squares[*feature as usize]);
                for ((weight, square), gradient) in weights.iter_mut().zip(squares).zip(gradient) {
                    if gradient != 0.0 {
                        step(weight, square, gradient);
                    }
                }
            }
        }
        for tag in 0..TAGS {
            step(&mut self.start[tag], &mut self.start_squares[tag], of_steps.start[tag] * sentence.weight);
            for from in 0..TAGS {
                let gradient = of_steps.transitions[tag][from] * sentence.weight;
                step(&mut self.transitions[tag][from], &mut self.transition_squares[tag][from], gradient);
            }
        }
    }
}

fn dot(left: &Row, right: &Row) -> f32 {
    left.iter().zip(right).map(|(left, right)| left * right).sum()
}

//! `_random.Random`: the generator as a class to derive from.

use num_bigint::{BigInt, BigUint, Sign};
use objmodel::gc::Trace;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{
    Args, Borrowed, CallArgs, Gc, Parameters, Payload, Result, Runtime, Type, Value, singletons,
};

use super::twister::{Twister, WORDS};

/// The payload of `Random`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Random {
    #[trace(leaf)]
    twister: Twister,
}

impl Payload for Random {
    fn external_bytes(&self) -> usize {
        WORDS * size_of::<u32>()
    }
}

/// Does something with the generator of a method.
fn with<T>(rt: &mut Runtime, own: Borrowed<'_>, work: impl FnOnce(&mut Twister) -> T) -> Result<T> {
    match own.get_mut::<Random>(rt) {
        Some(random) => Ok(work(&mut random.twister)),
        None => Err(rt.type_error("a generator of random numbers is required")),
    }
}

fn new<'a>(rt: &mut Runtime, class: &Type, _: CallArgs<'a>) -> Result {
    rt.alloc(class, Random { twister: Twister::of_number(5489) }).map(Gc::into_value)
}

fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    const PARAMETERS: Parameters = Parameters::new("Random", "(x=None, /)", 0, 1);
    let [seed] = PARAMETERS.bind(rt, args)?;
    seed_by(rt, own, seed)
}

/// Seeds by an integer, by the hash of anything else, or by what the host gives.
fn seed_by(rt: &mut Runtime, own: Borrowed<'_>, seed: Option<Borrowed<'_>>) -> Result<()> {
    let key = match seed.filter(|seed| !singletons::is_none(seed)) {
        None => {
            let entropy = [rt.host().entropy(), rt.host().entropy()];
            entropy.into_iter().flat_map(|bits| [bits as u32, (bits >> 32) as u32]).collect()
        }
        Some(seed) => match rt.as_int(seed).map(|number| number.to_big()) {
            Some(number) => {
                rt.tick(number.bits() as usize / 32)?;
                number.magnitude().to_u32_digits()
            }
            None => {
                let hash = rt.hash(seed)? as u64;
                BigUint::from(hash).to_u32_digits()
            }
        },
    };
    let key = if key.is_empty() { vec![0] } else { key };
    rt.tick(WORDS / 8)?;
    if let Some(random) = own.get_mut::<Random>(rt) {
        random.twister = Twister::of_key(&key);
    }
    Ok(())
}

fn seed(rt: &mut Runtime, args: Args<'_>) -> Result {
    seed_by(rt, args.at(0), args.get(1))?;
    Ok(singletons::none())
}

fn random(rt: &mut Runtime, args: Args<'_>) -> Result {
    let number = with(rt, args.at(0), Twister::next_float)?;
    rt.float(number)
}

fn random_bits(rt: &mut Runtime, args: Args<'_>) -> Result {
    let count = rt.index_as_size(args.at(1), |rt, _| {
        rt.overflow_error("Python int too large to convert to C int")
    })?;
    let Ok(count) = i32::try_from(count) else {
        let message = match count > 0 {
            true => "signed integer is greater than maximum",
            false => "signed integer is less than minimum",
        };
        return Err(rt.overflow_error(message));
    };
    let Ok(count) = usize::try_from(count) else {
        return Err(rt.value_error("number of bits must be non-negative"));
    };
    if count <= 32 {
        let bits = match count {
            0 => 0,
            _ => with(rt, args.at(0), Twister::next)? >> (32 - count),
        };
        return rt.int(bits.into());
    }
    let words = count.div_ceil(32);
    rt.check_room(words * 8)?;
    rt.tick(words / 8)?;
    let mut digits: Vec<u32> =
        with(rt, args.at(0), |twister| (0..words).map(|_| twister.next()).collect())?;
    if let Some(last) = digits.last_mut() {
        *last >>= 32 * words - count;
    }
    rt.big_int(BigInt::new(Sign::Plus, digits))
}

fn state(rt: &mut Runtime, args: Args<'_>) -> Result {
    let numbers: Vec<i64> = with(rt, args.at(0), |twister| {
        let words = twister.words.iter().map(|word| i64::from(*word));
        words.chain([twister.index as i64]).collect()
    })?;
    let numbers = numbers.into_iter().map(|number| rt.int(number)).collect::<Result<Vec<_>>>()?;
    rt.tuple(numbers.into_iter()).map(Gc::into_value)
}

fn set_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(state) = args.at(1).get::<TupleObject>(rt) else {
        return Err(rt.type_error("state vector must be a tuple"));
    };
    let items: Vec<Value> = state.items().iter().take(WORDS + 2).cloned().collect();
    let Some((index, items)) = items.split_last().filter(|(_, words)| words.len() == WORDS) else {
        return Err(rt.value_error("state vector is the wrong size"));
    };
    let mut words = Box::new([0; WORDS]);
    for (word, item) in words.iter_mut().zip(items) {
        let Some(number) = rt.as_int(item.as_ref()) else {
            return Err(rt.type_error("an integer is required"));
        };
        let number = number.to_big();
        match u64::try_from(&number) {
            Ok(number) => *word = number as u32,
            Err(_) if number.sign() == Sign::Minus => {
                return Err(rt.overflow_error("can't convert negative value to unsigned int"));
            }
            Err(_) => {
                let message = "Python int too large to convert to C unsigned long";
                return Err(rt.overflow_error(message));
            }
        }
    }
    let Some(index) = rt.as_int(index.as_ref()) else {
        return Err(rt.type_error("an integer is required"));
    };
    let index = index.to_i64().and_then(|index| usize::try_from(index).ok());
    let Some(index) = index.filter(|index| *index <= WORDS) else {
        return Err(rt.value_error("invalid state"));
    };
    with(rt, args.at(0), |twister| *twister = Twister { words, index })?;
    Ok(singletons::none())
}

/// The table of `Random`.
pub(super) const RANDOM: ClassSpec = ClassSpec {
    name: "_random.Random",
    doc: Some("Random() -> create a random number generator with its own internal state."),
    slots: &[(SlotId::TpNew, SlotFn::New(new)), (SlotId::TpInit, SlotFn::Init(init))],
    methods: &[
        MethodSpec::method("random", "($self, /)", random)
            .doc("random() -> x in the interval [0, 1)."),
        MethodSpec::method("seed", "($self, n=None, /)", seed)
            .doc("Seeds by an integer, or by the hash of anything else."),
        MethodSpec::method("getstate", "($self, /)", state)
            .doc("The state as a tuple of integers."),
        MethodSpec::method("setstate", "($self, state, /)", set_state)
            .doc("Restores a state that getstate() returned."),
        MethodSpec::method("getrandbits", "($self, k, /)", random_bits)
            .doc("getrandbits(k) -> x.  Generates an int with k random bits."),
    ],
    ..ClassSpec::DEFAULT
}
.checked();

//! The order of a class's bases (C3), explained.

use std::collections::VecDeque;

use crate::runtime::Runtime;
use crate::types::Type;

impl Runtime {
    /// Says step by step how the method resolution order comes about, if somebody wants to know.
    pub(crate) fn remark_linearization(&mut self, class: &Type) {
        if self.journal.is_none() {
            return;
        }
        let bases = self.bases_of(class);
        let name = |class: &Type| class.read(self).name().to_owned();
        let mut lists: Vec<VecDeque<Type>> =
            bases.iter().map(|base| base.read(self).mro.iter().cloned().collect()).collect();
        if bases.len() < 2 {
            let text = match bases.first() {
                Some(base) => format!("order: {}, then that of {}", name(class), name(base)),
                None => format!("order: {}", name(class)),
            };
            return self.remark(|_| text);
        }
        let shown = |lists: &[VecDeque<Type>]| {
            let lists = lists.iter().map(|list| {
                let names: Vec<String> = list.iter().map(&name).collect();
                format!("[{}]", names.join(", "))
            });
            lists.collect::<Vec<_>>().join(" ")
        };
        lists.push(bases.iter().cloned().collect());
        let mut remarks =
            vec![format!("order: {}, then the merge of {}", name(class), shown(&lists))];
        loop {
            lists.retain(|list| !list.is_empty());
            let in_tail = |head: &Type| {
                lists.iter().find(|list| list.iter().skip(1).any(|other| other.is(head)))
            };
            let heads = || lists.iter().filter_map(|list| list.front());
            let Some(next) = heads().find(|head| in_tail(head).is_none()).cloned() else { break };
            let passed: Vec<String> = heads()
                .take_while(|head| !head.is(&next))
                .filter_map(|head| {
                    let tail = in_tail(head)?;
                    Some(format!("{} has to wait, behind {}", name(head), name(tail.front()?)))
                })
                .collect();
            remarks.push(match passed.is_empty() {
                true => format!("  {}", name(&next)),
                false => format!("  {} ({})", name(&next), passed.join("; ")),
            });
            for list in &mut lists {
                if list.front().is_some_and(|head| head.is(&next)) {
                    list.pop_front();
                }
            }
        }
        if !lists.is_empty() {
            remarks.push(format!("  each head is in another's tail: {}", shown(&lists)));
        }
        for text in remarks {
            self.remark(|_| text);
        }
    }
}

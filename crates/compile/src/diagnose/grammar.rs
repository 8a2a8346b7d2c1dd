//! The language's grammar as a table, for error reports.
//!
//! A rule per paragraph, an alternative per line. 'x' is a keyword or operator, "x" a soft keyword, capitals are
//! kinds of tokens; `[x]` may be missing, `x*` and `x+` repeat, `s.x+` repeats with s between, `&x` and `!x` look
//! ahead, `~` forbids later alternatives, `&&x` must follow. `n:x` names what x matched, `^x` makes it the rule's
//! result, `@Kind` makes an expression of that kind, and what follows `=>` reports an error, or declines to.
//! Alternatives that report are tried in a second pass only, when the first has found no way through.
//! A `*` behind a rule's name keeps its result for all passes within one attempt (see [`machine`](super::machine)).

/// Statements.
pub(super) const STATEMENTS: &str = r#"
file
  [statements] END
eval
  expressions NEWLINE* END
expressions
  expression (',' expression)+ [',']
  expression ','
  expression
statements
  statement+
statement
  compound
  simple_line
simple_line
  simple !';' NEWLINE
  ';'.simple+ [';'] NEWLINE
simple*
  assignment
  &"type" type_alias
  star_expressions
  'return' [star_expressions]
  &('import' | 'from') import
  &'raise' raise
  'pass'
  &'del' del
  yield_expr
  'assert' expression [',' expression]
  'break'
  'continue'
  'global' ','.NAME+
  'nonlocal' ','.NAME+
compound
  &('def' | '@' | 'async') function_def
  &'if' if
  &('class' | '@') class_def
  &('with' | 'async') with
  &('for' | 'async') for
  &'try' try
  &'while' while
  match

assignment
  NAME ':' expression ['=' annotated_rhs]
  ('(' single_target ')' | subscript_or_attribute) ':' expression ['=' annotated_rhs]
  (star_targets '=')+ (yield_expr | star_expressions) !'='
  single_target augassign ~ (yield_expr | star_expressions)
  ?wrong_assignment
annotated_rhs
  yield_expr
  star_expressions
augassign
  '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
raise
  'raise' expression ['from' expression]
  'raise'
del
  'del' del_targets &(';' | NEWLINE)
  ?wrong_del
import
  ?wrong_import
  'import' ','.dotted_as_name+
  'from' ('.' | '...')* dotted_name 'import' import_targets
  'from' ('.' | '...')+ 'import' import_targets
import_targets
  '(' ','.import_as_name+ [','] ')'
  import_as_names !','
  '*'
  ?wrong_import_targets
import_as_names
  ','.import_as_name+
import_as_name
  NAME ['as' NAME]
dotted_as_name
  dotted_name ['as' NAME]
dotted_name
  NAME ('.' NAME)*

block*
  NEWLINE INDENT statements DEDENT
  simple_line
  ?wrong_block
decorators
  ('@' named_expression NEWLINE)+
class_def
  decorators class_raw
  class_raw
class_raw
  ?wrong_class
  'class' NAME [type_params] ['(' [arguments] ')'] ':' block
function_def
  decorators function_raw
  function_raw
function_raw
  ?wrong_function
  'def' NAME [type_params] &&'(' [params] ')' ['->' expression] &&':' block
  'async' 'def' NAME [type_params] &&'(' [params] ')' ['->' expression] &&':' block

params
  ?wrong_parameters
  parameters
parameters
  slash_plain param_plain* param_default* [star_etc]
  slash_default param_default* [star_etc]
  param_plain+ param_default* [star_etc]
  param_default+ [star_etc]
  star_etc
slash_plain
  param_plain+ '/' ','
  param_plain+ '/' &')'
slash_default
  param_plain* param_default+ '/' ','
  param_plain* param_default+ '/' &')'
star_etc
  ?wrong_star_etc
  '*' param_plain param_maybe* [kwds]
  '*' param_star_annotated param_maybe* [kwds]
  '*' ',' param_maybe+ [kwds]
  kwds
kwds
  ?wrong_kwds
  '**' param_plain
param_plain
  ^param ','
  ^param &')'
param_star_annotated
  NAME ':' star_expression ','
  NAME ':' star_expression &')'
param_default
  param default ','
  param default &')'
param_maybe
  param [default] ','
  param [default] &')'
param
  NAME [':' expression]
default
  '=' expression
  ?wrong_default

if
  ?wrong_if
  'if' named_expression ':' block elif
  'if' named_expression ':' block [else]
elif
  ?wrong_elif
  'elif' named_expression ':' block elif
  'elif' named_expression ':' block [else]
else
  ?wrong_else
  'else' &&':' block
while
  ?wrong_while
  'while' named_expression ':' block [else]
for
  ?wrong_for
  'for' star_targets 'in' ~ star_expressions ':' block [else]
  'async' 'for' star_targets 'in' ~ star_expressions ':' block [else]
  ?wrong_for_target
with
  ?wrong_with_block
  'with' '(' ','.with_item+ [','] ')' ':' block
  'with' ','.with_item+ ':' block
  'async' 'with' '(' ','.with_item+ [','] ')' ':' block
  'async' 'with' ','.with_item+ ':' block
  ?wrong_with
with_item
  expression 'as' star_target &(',' | ')' | ':')
  ?wrong_with_item
  expression
try
  ?wrong_try
  'try' &&':' block finally
  'try' &&':' block except+ [else] [finally]
  'try' &&':' block except_star+ [else] [finally]
except
  ?wrong_except_block
  'except' expression ['as' NAME] ':' block
  'except' ':' block
  ?wrong_except
except_star
  ?wrong_except_star_block
  'except' '*' expression ['as' NAME] ':' block
  ?wrong_except
finally
  ?wrong_finally
  'finally' &&':' block

match
  "match" subject ':' NEWLINE INDENT case+ DEDENT
  ?wrong_match
subject
  star_named_expression ',' [star_named_expressions]
  named_expression
case
  ?wrong_case
  "case" patterns [guard] ':' block
guard
  'if' named_expression
patterns
  open_sequence
  pattern
pattern
  or_pattern 'as' capture_target
  ?wrong_as_pattern
  or_pattern
or_pattern
  '|'.closed_pattern+
closed_pattern*
  signed_number !('+' | '-')
  complex_number
  strings
  'None' | 'True' | 'False'
  capture_target
  "_"
  attr !('.' | '(' | '=')
  '(' pattern ')'
  '[' [maybe_sequence] ']'
  '(' [open_sequence] ')'
  mapping_pattern
  class_pattern
literal_expr
  signed_number !('+' | '-')
  complex_number
  strings
  'None' | 'True' | 'False'
complex_number
  signed_real '+' imaginary
  signed_real '-' imaginary
signed_number
  NUMBER
  '-' NUMBER
signed_real
  real
  '-' real
real
  n:NUMBER => real n
imaginary
  n:NUMBER => imaginary n
capture_target
  !"_" ^NAME !('.' | '(' | '=')
attr
  NAME ('.' NAME)+
open_sequence
  maybe_star ',' [maybe_sequence]
maybe_sequence
  ','.maybe_star+ [',']
maybe_star*
  '*' (capture_target | "_")
  pattern
mapping_pattern
  '{' '}'
  '{' '**' capture_target [','] '}'
  '{' ','.key_value+ ',' '**' capture_target [','] '}'
  '{' ','.key_value+ [','] '}'
key_value
  (literal_expr | attr) ':' pattern
class_pattern
  dotted_name '(' ')'
  dotted_name '(' positional_patterns [','] ')'
  dotted_name '(' keyword_patterns [','] ')'
  dotted_name '(' positional_patterns ',' keyword_patterns [','] ')'
  ?wrong_class_pattern
positional_patterns
  ','.pattern+
keyword_patterns
  ','.(NAME '=' pattern)+

type_alias
  "type" NAME [type_params] '=' expression
type_params
  ?wrong_type_params
  '[' ','.type_param+ [','] ']'
type_param*
  NAME [':' expression] ['=' expression]
  ?wrong_type_param
  '*' NAME ['=' star_expression]
  '**' NAME ['=' expression]
"#;

/// Expressions.
pub(super) const EXPRESSIONS: &str = r#"
expression*
  ?wrong_expression
  ?legacy_expression
  disjunction 'if' disjunction 'else' expression @Conditional
  disjunction
  lambda
expression_only
  disjunction 'if' disjunction 'else' expression @Conditional
  disjunction
  lambda
yield_expr
  'yield' 'from' expression @Yield
  'yield' [star_expressions] @Yield
star_expressions
  star_expression (',' star_expression)+ [','] @Tuple
  star_expression ',' @Tuple
  star_expression
star_expression*
  '*' bit_or @Starred
  expression
star_named_expressions
  ','.star_named_expression+ [',']
star_named_expression
  '*' bit_or @Starred
  named_expression
assignment_expression
  NAME ':=' ~ expression @Named
named_expression
  assignment_expression
  ?wrong_named_expression
  ^expression !':='
named_or_plain
  assignment_expression
  ^expression !':='
disjunction*
  conjunction ('or' conjunction)+ @Operation
  conjunction
conjunction*
  inversion ('and' inversion)+ @Operation
  inversion
inversion*
  'not' inversion @Operation
  comparison
comparison
  bit_or comparison_rest+ @Comparison
  bit_or
comparison_rest
  '==' bit_or
  '!=' bit_or
  '<=' bit_or
  '<' bit_or
  '>=' bit_or
  '>' bit_or
  'not' 'in' bit_or
  'in' bit_or
  'is' 'not' bit_or
  'is' bit_or
bit_or*
  bit_xor ('|' bit_xor)+ @Operation
  bit_xor
bit_xor*
  bit_and ('^' bit_and)+ @Operation
  bit_and
bit_and*
  shift ('&' shift)+ @Operation
  shift
shift*
  sum (('<<' | '>>') sum)+ @Operation
  ?wrong_arithmetic
  sum
sum*
  term (('+' | '-') term)+ @Operation
  term
term*
  factor (('*' | '/' | '//' | '%' | '@') factor)+ @Operation
  factor
factor*
  '+' factor @Operation
  '-' factor @Operation
  '~' factor @Operation
  ?wrong_factor
  power
power
  await_primary '**' factor @Operation
  await_primary
await_primary*
  'await' primary @Await
  primary
primary*
  atom
t_primary*
  atom
slices
  slice !','
  ','.(slice | starred_argument)+ [',']
slice
  [expression] ':' [expression] [':' [expression]]
  named_expression
atom
  NAME @Name
  'True' @True
  'False' @False
  'None' @None
  &(STRING | FSTRINGSTART) strings
  NUMBER @Literal
  &'(' (tuple | group | genexp)
  &'[' (list | listcomp)
  &'{' (dict | set | dictcomp | setcomp)
  '...' @Ellipsis
group
  '(' ^(yield_expr | named_expression) ')'
  ?wrong_group
lambda
  'lambda' [lambda_params] ':' expression @Lambda
lambda_params
  ?wrong_lambda_parameters
  lambda_parameters
lambda_parameters
  lambda_slash_plain lambda_plain* lambda_default* [lambda_star_etc]
  lambda_slash_default lambda_default* [lambda_star_etc]
  lambda_plain+ lambda_default* [lambda_star_etc]
  lambda_default+ [lambda_star_etc]
  lambda_star_etc
lambda_slash_plain
  lambda_plain+ '/' ','
  lambda_plain+ '/' &':'
lambda_slash_default
  lambda_plain* lambda_default+ '/' ','
  lambda_plain* lambda_default+ '/' &':'
lambda_star_etc
  ?wrong_lambda_star_etc
  '*' lambda_plain lambda_maybe* [lambda_kwds]
  '*' ',' lambda_maybe+ [lambda_kwds]
  lambda_kwds
lambda_kwds
  ?wrong_lambda_kwds
  '**' lambda_plain
lambda_plain
  ^NAME ','
  ^NAME &':'
lambda_default
  NAME default ','
  NAME default &':'
lambda_maybe
  NAME [default] ','
  NAME [default] &':'

fstring
  FSTRINGSTART fstring_middle* FSTRINGEND => fstring
fstring_middle
  field
  FSTRINGMIDDLE
field
  '{' annotated_rhs ['='] [conversion] [':' fstring_middle*] '}'
  ?wrong_field
conversion
  n:'!' c:NAME => conversion n c
strings*
  parts:string_part+ => strings
string_part
  fstring
  s:STRING => string s
list
  '[' [star_named_expressions] ']' @List
tuple
  '(' [star_named_expression ',' [star_named_expressions]] ')' @Tuple
set
  '{' star_named_expressions '}' @Set
dict
  '{' [pairs] '}' @Dict
  '{' wrong_pairs '}'
pairs
  ','.pair+ [',']
pair
  '**' bit_or
  key_and_value
key_and_value
  expression ':' expression
for_if_clauses
  for_if_clause+
for_if_clause
  'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
  'for' star_targets 'in' ~ disjunction ('if' disjunction)*
  wrong_for_if_clause
  ?wrong_for_target
listcomp
  '[' named_expression for_if_clauses ']' @ListComprehension
  ?wrong_comprehension
setcomp
  '{' named_expression for_if_clauses '}' @SetComprehension
  ?wrong_comprehension
genexp
  '(' named_or_plain for_if_clauses ')' @Generator
  ?wrong_comprehension
dictcomp
  '{' key_and_value for_if_clauses '}' @DictComprehension
  ?wrong_dict_comprehension
arguments*
  ^args [','] &')'
  ?wrong_arguments
args
  ','.positional_argument+ [',' kwargs]
  kwargs
positional_argument
  starred_argument
  ^named_or_plain !'='
kwargs
  ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+
  ','.kwarg_or_starred+
  ','.kwarg_or_double_starred+
starred_argument
  ?wrong_starred_unpacking
  '*' expression @Starred
  wrong_starred
kwarg_or_starred
  ?wrong_kwarg
  NAME '=' expression @Keyword
  starred_argument
kwarg_or_double_starred
  ?wrong_kwarg
  NAME '=' expression @Keyword
  ?wrong_double_starred
  '**' expression @DoubleStarred

star_targets
  ^star_target !','
  star_target (',' star_target)* [','] @Tuple
star_target*
  '*' !'*' star_target @Starred
  target_with_star_atom
target_with_star_atom*
  t_primary '.' NAME !t_lookahead @Attribute
  t_primary '[' slices ']' !t_lookahead @Subscript
  star_atom
star_atom
  NAME @Name
  '(' ^target_with_star_atom ')'
  '(' [star_target_tuple] ')' @Tuple
  '[' [','.star_target+ [',']] ']' @List
star_target_tuple
  star_target (',' star_target)+ [',']
  star_target ','
single_target
  subscript_or_attribute
  NAME @Name
  '(' single_target ')'
subscript_or_attribute
  t_primary '.' NAME !t_lookahead @Attribute
  t_primary '[' slices ']' !t_lookahead @Subscript
t_lookahead
  '(' | '[' | '.'
del_targets
  ','.del_target+ [',']
del_target*
  t_primary '.' NAME !t_lookahead @Attribute
  t_primary '[' slices ']' !t_lookahead @Subscript
  del_atom
del_atom
  NAME
  '(' del_target ')'
  '(' [del_targets] ')'
  '[' [del_targets] ']'
"#;

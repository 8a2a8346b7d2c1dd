//! Rules that recognize mistakes, and what is said of them.
//!
//! The notation is that of [`grammar`](super::grammar). Reports: `at n`, `range n m`, `from n` (up to what was read),
//! `last` (the last token that was read), `next` (the next one), `block n` (an IndentationError at the last one),
//! `target PURPOSE n`. In a text `{n}` names the construct, `{n.text}` is its text and `{n.line}` its line.

/// Mistakes of statements.
pub(super) const STATEMENTS: &str = r#"
wrong_assignment
  a:annotated_target ':' expression => at a "only single target (not {a}) can be annotated"
  a:star_named_expression ',' star_named_expressions* ':' expression => at a "only single target (not tuple) can be annotated"
  a:expression ':' expression => at a "illegal target for annotation"
  (star_targets '=')* a:star_expressions '=' => target assign a
  (star_targets '=')* a:yield_expr '=' => at a "assignment to yield expression not possible"
  a:star_expressions augassign annotated_rhs => at a "'{a}' is an illegal expression for augmented assignment"
annotated_target
  list
  tuple
  '(' ^annotated_target ')'
wrong_del
  'del' a:star_expressions => target delete a
wrong_import
  a:'import' ','.dotted_name+ 'from' dotted_name => from a "Did you mean to use 'from ... import ...' instead?"
  'import' a:NEWLINE => from a "Expected one or more names after 'import'"
wrong_import_targets
  import_as_names ',' NEWLINE => last "trailing comma not allowed without surrounding parentheses"
  a:NEWLINE => from a "Expected one or more names after 'import'"
wrong_block
  NEWLINE !INDENT => block0 "expected an indented block"
wrong_class
  'class' NAME [type_params] ['(' [arguments] ')'] NEWLINE => last "expected ':'"
  a:'class' NAME [type_params] ['(' [arguments] ')'] ':' NEWLINE !INDENT => block a "class definition"
wrong_function
  ['async'] a:'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' NEWLINE !INDENT => block a "function definition"
wrong_parameters
  a:'/' ',' => at a "at least one argument must precede /"
  (slash_plain | slash_default) param_maybe* a:'/' => at a "/ may appear only once"
  [slash_plain] param_plain* (slash_default | param_default+) a:param_plain => at a "parameter without a default follows parameter with a default"
  param_plain* a:'(' param_plain+ [','] b:')' => range a b "Function parameters cannot be parenthesized"
  [slash_plain | slash_default] param_maybe* '*' (',' | param_plain) param_maybe* a:'/' => at a "/ must be ahead of *"
  param_maybe+ '/' a:'*' => at a "expected comma between / and *"
wrong_default
  a:'=' &(')' | ',') => at a "expected default value expression"
wrong_star_etc
  a:'*' (')' | ',' (')' | '**')) => at a "named arguments must follow bare *"
  '*' param a:'=' => at a "var-positional argument cannot have default value"
  '*' (param_plain | ',') param_maybe* a:'*' (param_plain | ',') => at a "* argument may appear only once"
wrong_kwds
  '**' param a:'=' => at a "var-keyword argument cannot have default value"
  '**' param ',' a:param => at a "arguments cannot follow var-keyword argument"
  '**' param ',' a:('*' | '**' | '/') => at a "arguments cannot follow var-keyword argument"
wrong_if
  'if' named_expression NEWLINE => last "expected ':'"
  a:'if' named_expression ':' NEWLINE !INDENT => block a "'if' statement"
wrong_elif
  'elif' named_expression NEWLINE => last "expected ':'"
  a:'elif' named_expression ':' NEWLINE !INDENT => block a "'elif' statement"
wrong_else
  a:'else' ':' NEWLINE !INDENT => block a "'else' statement"
wrong_while
  'while' named_expression NEWLINE => last "expected ':'"
  a:'while' named_expression ':' NEWLINE !INDENT => block a "'while' statement"
wrong_for
  ['async'] 'for' star_targets 'in' star_expressions NEWLINE => last "expected ':'"
  ['async'] a:'for' star_targets 'in' star_expressions ':' NEWLINE !INDENT => block a "'for' statement"
wrong_for_target
  ['async'] 'for' a:star_expressions => target for a
wrong_with
  ['async'] 'with' ','.(expression ['as' star_target])+ NEWLINE => last "expected ':'"
  ['async'] 'with' '(' ','.(expressions_as ['as' star_target])+ [','] ')' NEWLINE => last "expected ':'"
expressions_as
  expression (',' expression)+ [',']
  expression ','
  expression
wrong_with_block
  ['async'] a:'with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT => block a "'with' statement"
  ['async'] a:'with' '(' ','.(expressions_as ['as' star_target])+ [','] ')' ':' NEWLINE !INDENT => block a "'with' statement"
wrong_with_item
  expression 'as' a:expression &(',' | ')' | ':') => target assign a
wrong_try
  a:'try' ':' NEWLINE !INDENT => block a "'try' statement"
  'try' ':' block !('except' | 'finally') => last "expected 'except' or 'finally' block"
  'try' ':' block* except+ a:'except' b:'*' expression ['as' NAME] ':' => range a b "cannot have both 'except' and 'except*' on the same 'try'"
  'try' ':' block* except_star+ a:'except' [expression ['as' NAME]] ':' => at a "cannot have both 'except' and 'except*' on the same 'try'"
wrong_except
  'except' ['*'] a:expression ',' expressions_as ['as' NAME] ':' => from a "multiple exception types must be parenthesized"
  'except' ['*'] expression ['as' NAME] NEWLINE => last "expected ':'"
  'except' NEWLINE => last "expected ':'"
  'except' '*' (NEWLINE | ':') => last "expected one or more exception types"
wrong_except_block
  a:'except' expression ['as' NAME] ':' NEWLINE !INDENT => block a "'except' statement"
  a:'except' ':' NEWLINE !INDENT => block a "'except' statement"
wrong_except_star_block
  a:'except' '*' expression ['as' NAME] ':' NEWLINE !INDENT => block a "'except*' statement"
wrong_finally
  a:'finally' ':' NEWLINE !INDENT => block a "'finally' statement"
wrong_match
  "match" subject NEWLINE => last "expected ':'"
  a:"match" subject ':' NEWLINE !INDENT => block a "'match' statement"
wrong_case
  "case" patterns [guard] NEWLINE => last "expected ':'"
  a:"case" patterns [guard] ':' NEWLINE !INDENT => block a "'case' statement"
wrong_as_pattern
  or_pattern 'as' a:"_" => at a "cannot use '_' as a target"
  or_pattern 'as' !NAME a:expression => at a "invalid pattern target"
wrong_class_pattern
  dotted_name '(' [positional_patterns ','] keyword_patterns ',' a:positional_patterns => at a "positional patterns follow keyword patterns"
wrong_type_params
  '[' a:']' => from a "Type parameter list cannot be empty"
wrong_type_param
  '*' NAME a:':' b:expression => bound a b "TypeVarTuple"
  '**' NAME a:':' b:expression => bound a b "ParamSpec"
"#;

/// Mistakes of expressions.
pub(super) const EXPRESSIONS: &str = r#"
wrong_expression
  !(NAME STRING | SOFT) a:disjunction b:without_reports => comma a b
  a:disjunction 'if' b:disjunction !('else' | ':') => range a b "expected 'else' after 'if' expression"
  a:'lambda' [lambda_params] b:':' &FSTRINGMIDDLE => range a b "f-string: lambda expressions are not allowed without parentheses"
legacy_expression
  a:NAME !'(' b:star_expressions => legacy a b
wrong_named_expression*
  a:expression ':=' expression => at a "cannot use assignment expressions with {a}"
  a:NAME '=' b:bit_or !('=' | ':=') => range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  !(list | tuple | genexp | 'True' | 'None' | 'False') a:bit_or '=' bit_or !('=' | ':=') => at a "cannot assign to {a} here. Maybe you meant '==' instead of '='?"
wrong_arithmetic
  sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a:'not' b:inversion => range a b "'not' after an operator must be parenthesized"
wrong_factor
  ('+' | '-' | '~') a:'not' b:inversion => range a b "'not' after an operator must be parenthesized"
wrong_group
  '(' a:starred_argument ')' => at a "cannot use starred expression here"
  '(' a:'**' expression ')' => at a "cannot use double starred expression here"
wrong_lambda_parameters
  a:'/' ',' => at a "at least one argument must precede /"
  (lambda_slash_plain | lambda_slash_default) lambda_maybe* a:'/' => at a "/ may appear only once"
  [lambda_slash_plain] lambda_plain* (lambda_slash_default | lambda_default+) a:lambda_plain => at a "parameter without a default follows parameter with a default"
  lambda_plain* a:'(' ','.NAME+ [','] b:')' => range a b "Lambda expression parameters cannot be parenthesized"
  [lambda_slash_plain | lambda_slash_default] lambda_maybe* '*' (',' | lambda_plain) lambda_maybe* a:'/' => at a "/ must be ahead of *"
  lambda_maybe+ '/' a:'*' => at a "expected comma between / and *"
wrong_lambda_star_etc
  '*' (':' | ',' (':' | '**')) => last "named arguments must follow bare *"
  '*' NAME a:'=' => at a "var-positional argument cannot have default value"
  '*' (lambda_plain | ',') lambda_maybe* a:'*' (lambda_plain | ',') => at a "* argument may appear only once"
wrong_lambda_kwds
  '**' NAME a:'=' => at a "var-keyword argument cannot have default value"
  '**' NAME ',' a:NAME => at a "arguments cannot follow var-keyword argument"
  '**' NAME ',' a:('*' | '**' | '/') => at a "arguments cannot follow var-keyword argument"
wrong_field
  '{' a:'=' => at a "f-string: valid expression required before '='"
  '{' a:'!' => at a "f-string: valid expression required before '!'"
  '{' a:':' => at a "f-string: valid expression required before ':'"
  '{' a:'}' => at a "f-string: valid expression required before '}'"
  '{' !annotated_rhs => next "f-string: expecting a valid expression after '{'"
  '{' annotated_rhs !('=' | '!' | ':' | '}') => next "f-string: expecting '=', or '!', or ':', or '}'"
  '{' annotated_rhs '=' !('!' | ':' | '}') => next "f-string: expecting '!', or ':', or '}'"
  '{' annotated_rhs ['='] wrong_conversion
  '{' annotated_rhs ['='] ['!' NAME] !(':' | '}') => next "f-string: expecting ':' or '}'"
  '{' annotated_rhs ['='] ['!' NAME] ':' fstring_middle* !'}' => next "f-string: expecting '}', or format specs"
  '{' annotated_rhs ['='] ['!' NAME] !'}' => next "f-string: expecting '}'"
wrong_conversion
  '!' &(':' | '}') => next "f-string: missing conversion character"
  '!' !NAME => next "f-string: invalid conversion character"
wrong_pairs
  ','.pair+ ',' wrong_pair
  expression ':' a:'*' bit_or => from a "cannot use a starred expression in a dictionary value"
  expression a:':' &('}' | ',') => at a "expression expected after dictionary key and ':'"
wrong_pair
  a:expression !':' => key a "':' expected after dictionary key"
  expression ':' a:'*' bit_or => from a "cannot use a starred expression in a dictionary value"
  expression a:':' &('}' | ',') => at a "expression expected after dictionary key and ':'"
wrong_for_if_clause
  ['async'] 'for' (bit_or (',' bit_or)* [',']) !'in' => last "'in' expected after for-loop variables"
wrong_comprehension
  ('[' | '(' | '{') a:starred_argument for_if_clauses => at a "iterable unpacking cannot be used in comprehension"
  ('[' | '{') a:star_named_expression ',' b:star_named_expressions for_if_clauses => range a b "did you forget parentheses around the comprehension target?"
  ('[' | '{') a:star_named_expression b:',' for_if_clauses => range a b "did you forget parentheses around the comprehension target?"
wrong_dict_comprehension
  '{' a:'**' bit_or for_if_clauses '}' => at a "dict unpacking cannot be used in dict comprehension"
wrong_arguments
  (','.positional_argument+ ',' kwargs | kwargs) a:',' ','.(starred_argument !'=')+ => from a "iterable argument unpacking follows keyword argument unpacking"
  a:expression b:for_if_clauses ',' [args | expression for_if_clauses] => range a b "Generator expression must be parenthesized"
  a:NAME b:'=' expression for_if_clauses => range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  [args ','] a:NAME b:'=' &(',' | ')') => range a b "expected argument value expression"
  a:args b:for_if_clauses => generator a b
  args ',' a:expression b:for_if_clauses => range a b "Generator expression must be parenthesized"
  a:args ',' args => positional a
without_reports
  expression_only
wrong_kwarg
  a:('True' | 'False' | 'None') b:'=' => range a b "cannot assign to {a.text}"
  a:NAME b:'=' expression for_if_clauses => range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  !(NAME '=') a:expression b:'=' => range a b "expression cannot contain assignment, perhaps you meant \"==\"?"
wrong_double_starred
  a:'**' expression '=' b:expression => range a b "cannot assign to keyword argument unpacking"
wrong_starred_unpacking
  a:'*' expression '=' b:expression => range a b "cannot assign to iterable argument unpacking"
wrong_starred
  '*' => last "Invalid star expression"
"#;

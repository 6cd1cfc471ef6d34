import ts from "typescript";

/** Statements whose promise is neither awaited, returned, kept, caught nor marked with void. The same judgement as
 * typescript-eslint's no-floating-promises, without ESLint and its ninety packages in every npm ci.
 * @param {ts.Program} program
 * @returns {{ sourceFile: string, line: number, text: string }[]} line counts from 1; text is the statement's first 80 characters */
export function floatingPromises(program) {
  const checker = program.getTypeChecker();
  /** @type {{ sourceFile: string, line: number, text: string }[]} */
  const found = [];
  for (const sourceFile of program.getSourceFiles()) {
    if (sourceFile.isDeclarationFile || program.isSourceFileFromExternalLibrary(sourceFile)) continue;
    /** @param {ts.Node} node */
    const visit = (node) => {
      if (ts.isExpressionStatement(node) && floats(node.expression, checker)) {
        const { line } = sourceFile.getLineAndCharacterOfPosition(node.getStart());
        found.push({ sourceFile: sourceFile.fileName, line: line + 1, text: node.getText().slice(0, 80) });
      }
      ts.forEachChild(node, visit);
    };
    visit(sourceFile);
  }
  return found;
}

/** @param {ts.Expression} expression @param {ts.TypeChecker} checker @returns {boolean} */
function floats(expression, checker) {
  const node = unwrapped(expression);
  if (ts.isConditionalExpression(node))
    return floats(node.whenTrue, checker) || floats(node.whenFalse, checker);
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator === ts.SyntaxKind.CommaToken)
      return floats(node.left, checker) || floats(node.right, checker);
    const chooses = [
      ts.SyntaxKind.AmpersandAmpersandToken,
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
    ];
    return chooses.includes(operator) && floats(node.right, checker);
  }
  if (ts.isAwaitExpression(node) || ts.isVoidExpression(node)) return false;
  if (!isPromise(checker.getTypeAtLocation(node), checker)) return false;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return true;
  const method = node.expression.name.text;
  if (method === "catch") return node.arguments.length === 0;
  if (method === "then") return node.arguments.length < 2;
  return method === "finally" ? floats(node.expression.expression, checker) : true;
}

/** Without parentheses, `as`, `satisfies` and `!`.
 * @param {ts.Expression} node @returns {ts.Expression} */
function unwrapped(node) {
  const wraps =
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node);
  return wraps ? unwrapped(node.expression) : node;
}

/** Promises, things like them, and arrays of them.
 * @param {ts.Type} type @param {ts.TypeChecker} checker @returns {boolean} */
function isPromise(type, checker) {
  if (type.isUnion()) return type.types.some((part) => isPromise(part, checker));
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    return checker
      .getTypeArguments(/** @type {ts.TypeReference} */ (type))
      .some((part) => isPromise(part, checker));
  }
  const then = type.getProperty("then");
  return then !== undefined && checker.getTypeOfSymbol(then).getCallSignatures().length > 0;
}

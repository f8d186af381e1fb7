package org.initweights.internal.expression;

/** Writes comparisons and choices down again, too. */
final class WrittenChoices extends Written implements ChoiceMeaning<String, Written.Mistake> {

    @Override
    public String comparison(Relation relation, String left, String right) {
        tell(relation.symbol());
        return "(" + left + relation.symbol() + right + ")";
    }

    @Override
    public String choice(String condition, String yes, String no) {
        tell("?");
        return "(" + condition + "?" + yes + ":" + no + ")";
    }
}

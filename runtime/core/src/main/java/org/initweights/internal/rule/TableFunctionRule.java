package org.initweights.internal.rule;

import java.util.Objects;
import org.initweights.Fill;
import org.initweights.TableFunction;
import org.initweights.TensorShape;
import org.initweights.internal.values.TableFunctionFill;

/** Each element by a function of Java. */
public record TableFunctionRule(TableFunction function) implements Rule {

    public TableFunctionRule {
        Objects.requireNonNull(function, "function is null");
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return new TableFunctionFill(function, shape);
    }

    @Override
    public String title() {
        return "table";
    }

    @Override
    public String explain(TensorShape shape) {
        return explain();
    }

    @Override
    public String explain() {
        return "table, by a function";
    }
}

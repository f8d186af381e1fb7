package org.initweights;

/**
 * Whether a shape has the axes and the channels that its roles need.
 *
 * @param shape with the roles
 */
record RoleCheck(TensorShape shape) {

    /**
     * Checks all of them.
     *
     * @throws InitializationException if one is not there
     */
    void check() {
        if (shape.stacked() < 0 || shape.stacked() > shape.rank()) {
            throw refused(
                    "ShapeStacked",
                    "stacked",
                    "cannot have stacked = " + shape.stacked() + "; it has " + shape.rank() + " axes");
        }
        checkGroups();
        checkPacked();
    }

    private void checkGroups() {
        checkPositive("ShapeGroups", "groups", shape.groups());
        // A vector has no groups of its own.
        if (weightRank() >= 2) {
            checkDivision(
                    "ShapeGroups", "groups", shape.groups(), shape.layout().wholeAxis(weightRank()), "channels");
        }
    }

    private void checkPacked() {
        checkPositive("ShapePacked", "packed", shape.packed());
        if (weightRank() > 0) {
            int axis = weightRank() == 1 ? 0 : shape.layout().outAxis(weightRank());
            checkDivision("ShapePacked", "packed", shape.packed(), axis, "out channels");
        } else if (shape.packed() > 1) {
            throw refused(
                    "ShapePacked",
                    "packed",
                    "has one number a weight, which packed = " + shape.packed() + " cannot divide");
        }
    }

    private int weightRank() {
        return shape.rank() - shape.stacked();
    }

    private void checkPositive(String id, String name, int parts) {
        if (parts < 1) {
            throw refused(id, name, "cannot have " + name + " = " + parts + "; use 1 or more");
        }
    }

    private void checkDivision(String id, String name, int parts, int axis, String what) {
        long channels = shape.size(shape.stacked() + axis);
        if (channels % parts != 0) {
            throw refused(
                    id, name, "has " + channels + " " + what + ", which " + name + " = " + parts + " does not divide");
        }
    }

    private InitializationException refused(String id, String argument, String problem) {
        return new InitializationException(id, "shape " + shape, argument, problem);
    }
}

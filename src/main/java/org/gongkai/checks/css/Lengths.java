package org.gongkai.checks.css;

import java.util.List;
import java.util.OptionalDouble;
import org.gongkai.checks.css.Token.Kind;

/**
 * Lengths in CSS pixels (CSS Values 4), as far as they can be told without laying out the page.
 *
 * @param fontSize what em is, in pixels
 * @param rootSize what rem is, in pixels
 */
record Lengths(double fontSize, double rootSize, Medium medium) {
    /** The size of text that nobody sized, in pixels. */
    static final double MEDIUM = 16;

    private static final int DEEPEST = 16;

    /** The pixels of a length or a calculation with lengths; empty for percentages and the rest. */
    OptionalDouble pixels(Tokens value) {
        return pixels(value, Double.NaN);
    }

    /** The same, with percentages of so many pixels. */
    OptionalDouble pixels(Tokens value, double whole) {
        Quantity quantity = value(value.trim(), whole, 0);
        if (quantity == null || quantity.isNumber() && quantity.value() != 0) {
            return OptionalDouble.empty();
        }
        double pixels = quantity.value();
        return Double.isFinite(pixels) ? OptionalDouble.of(pixels) : OptionalDouble.empty();
    }

    /** A number, or so many pixels. */
    private record Quantity(double value, boolean isNumber) {
        Quantity plus(Quantity other, double sign) {
            if (isNumber != other.isNumber) {
                return null;
            }
            return new Quantity(value + sign * other.value, isNumber);
        }

        Quantity times(Quantity other) {
            if (!isNumber && !other.isNumber) {
                return null;
            }
            return new Quantity(value * other.value, isNumber && other.isNumber);
        }
    }

    private Quantity value(Tokens tokens, double whole, int depth) {
        if (tokens.isEmpty() || depth > DEEPEST) {
            return null;
        }
        Token first = tokens.get(0);
        if (tokens.size() == 1) {
            return single(first, whole);
        }
        if (tokens.after(0) != tokens.size()) {
            return null;
        }
        Tokens inside = tokens.inside(0);
        if (first.isOpen('(') && depth > 0) {
            return sum(inside, whole, depth + 1);
        }
        if (!first.is(Kind.FUNCTION)) {
            return null;
        }
        return switch (first.lower()) {
            case "calc", "-webkit-calc" -> sum(inside, whole, depth + 1);
            case "min", "max", "clamp" -> choice(first.lower(), inside, whole, depth + 1);
            default -> null;
        };
    }

    private Quantity choice(String name, Tokens inside, double whole, int depth) {
        List<Tokens> parts = inside.split(',');
        if (name.equals("clamp") && parts.size() != 3) {
            return null;
        }
        double[] values = new double[parts.size()];
        boolean isNumber = false;
        for (int i = 0; i < values.length; i++) {
            Quantity part = sum(parts.get(i), whole, depth);
            if (part == null || i > 0 && part.isNumber() != isNumber) {
                return null;
            }
            isNumber = part.isNumber();
            values[i] = part.value();
        }
        double chosen = values[0];
        if (name.equals("clamp")) {
            chosen = Math.max(values[0], Math.min(values[1], values[2]));
        } else {
            for (double value : values) {
                chosen = name.equals("min") ? Math.min(chosen, value) : Math.max(chosen, value);
            }
        }
        return new Quantity(chosen, isNumber);
    }

    private Quantity sum(Tokens tokens, double whole, int depth) {
        Quantity sum = null;
        Quantity product = null;
        String sign = "+";
        String operator = null;
        for (Tokens word : tokens.words()) {
            Token only = word.only();
            boolean isOperator = only != null && only.is(Kind.DELIM);
            if (isOperator == (product == null || operator != null)) {
                return null;
            }
            if (!isOperator) {
                Quantity next = value(word, whole, depth);
                if (next == null) {
                    return null;
                }
                if (operator == null) {
                    product = next;
                } else if (operator.equals("*")) {
                    product = product.times(next);
                } else {
                    product =
                            next.isNumber() && next.value() != 0
                                    ? product.times(new Quantity(1 / next.value(), true))
                                    : null;
                }
                if (product == null) {
                    return null;
                }
                operator = null;
            } else if (only.isDelim('*') || only.isDelim('/')) {
                operator = only.text();
            } else if (only.isDelim('+') || only.isDelim('-')) {
                sum = add(sum, sign, product);
                if (sum == null) {
                    return null;
                }
                sign = only.text();
                product = null;
            } else {
                return null;
            }
        }
        return product == null || operator != null ? null : add(sum, sign, product);
    }

    private static Quantity add(Quantity sum, String sign, Quantity next) {
        return sum == null ? next : sum.plus(next, sign.equals("-") ? -1 : 1);
    }

    private Quantity single(Token token, double whole) {
        return switch (token.kind()) {
            case NUMBER -> new Quantity(token.number(), true);
            case PERCENTAGE ->
                    Double.isNaN(whole) ? null : new Quantity(token.number() * whole / 100, false);
            case DIMENSION -> {
                double unit = unit(token.unit());
                yield Double.isNaN(unit) ? null : new Quantity(token.number() * unit, false);
            }
            default -> null;
        };
    }

    /** How many pixels a unit has; not a number where it is no length. */
    private double unit(String name) {
        double vw = medium.width() / 100.0;
        double vh = medium.height() / 100.0;
        return switch (name) {
            case "px" -> 1;
            case "pt" -> 96 / 72.0;
            case "pc" -> 16;
            case "in" -> 96;
            case "cm" -> 96 / 2.54;
            case "mm" -> 96 / 25.4;
            case "q" -> 96 / 101.6;
            case "em", "ic" -> fontSize;
            case "rem" -> rootSize;
            case "ex", "ch" -> fontSize / 2;
            case "vw", "svw", "lvw", "dvw", "vi" -> vw;
            case "vh", "svh", "lvh", "dvh", "vb" -> vh;
            case "vmin" -> Math.min(vw, vh);
            case "vmax" -> Math.max(vw, vh);
            default -> Double.NaN;
        };
    }
}

package org.gongkai.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A command that was typed wrongly, with what to type instead, in Chinese. */
final class WrongUsage extends ParameterException {
    private static final long serialVersionUID = 1;

    WrongUsage(CommandSpec command, String message) {
        super(command.commandLine(), message);
    }
}

package dev.creatorledger.command.window;

import java.util.List;

/**
 * What came of sealing some windows.
 *
 * @param totals of each window that is sealed now, in the order asked; those whose time has not come are left out
 * @param position a position at which all of it is stored
 */
public record SealedWindows(List<WindowTotals> totals, long position) {}

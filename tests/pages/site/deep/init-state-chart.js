// A script of somebody else, whose name ends like ours.

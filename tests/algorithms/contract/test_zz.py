import pytest, sys
from runs import *
from desk import watch
from recipes import RECIPES
@pytest.mark.parametrize("name", sorted(RECIPES))
def test_z(provider, world, tmp_path, name):
    p = settings(name, world().path, "large")
    p.update(targets(create(name), tmp_path))
    w = watch(name, p)
    print("\n####", name, w.fine, round(w.seconds,2), "prep", round(w.prepared,3), "longest", round(w.longest_wait,3), w.at, len(w.progress), file=sys.stderr)
    for c in (2, 15, 30, 45, 55, 62, 68, 74, 80, 90, 96, 96.9, 97.5, 99):
        w = watch(name, p, cancel_at=c)
        print(c, w.fine, "total", round(w.seconds,2), "stopped", w.stopped_after and round(w.stopped_after,2), "longest", round(w.longest_wait,3), w.at[0], repr(w.log[-100:]), file=sys.stderr)
